//! Which of our five words the sign of another system's reaction means.
//!
//! | word | signs |
//! |---|---|
//! | thanks | hearts, folded hands, bows, flowers, hugs |
//! | impressed | applause, fire, stars, trophies, party poppers, 100, strong arms, wide eyes of admiration |
//! | help | a raised hand, a handshake, a lifebuoy: somebody offers to join in |
//! | helped_me | a light bulb, a key, a magnet, an opened book: somebody learnt something |
//! | agree | every other sign: thumbs up, ticks, smiles, a team's own signs |
//! | none | signs of doubt, grief or dissent: none of our words says that, so they are refused |

/// The word for an emoji's short name; none when no word says what it says.
pub(crate) fn word(sign: &str) -> Option<&'static str> {
    // Skin tones say nothing about what is meant.
    let sign = sign.split("::").next().unwrap_or(sign).trim_matches(':').to_lowercase();
    let sign = sign.as_str();
    if is_heart(sign) {
        return Some("thanks");
    }
    match sign {
        "pray" | "bow" | "man-bowing" | "woman-bowing" | "hugging_face" | "hugs" | "bouquet"
        | "rose" | "tulip" | "sunflower" | "cherry_blossom" | "hibiscus" | "gift" | "thanks"
        | "thank_you" | "thankyou" | "ty" | "bedankt" | "dankjewel" | "kissing_heart" => {
            Some("thanks")
        }
        "clap" | "tada" | "fire" | "100" | "rocket" | "star" | "star2" | "star-struck"
        | "sparkles" | "dizzy" | "muscle" | "trophy" | "medal" | "first_place_medal"
        | "sports_medal" | "raised_hands" | "heart_eyes" | "sunglasses" | "cool"
        | "exploding_head" | "open_mouth" | "astonished" | "hushed" | "wow" | "confetti_ball"
        | "partying_face" | "party_parrot" | "partyparrot" | "beers" | "champagne"
        | "clinking_glasses" | "crown" | "gem" | "boom" | "zap" | "the_horns" | "metal" => {
            Some("impressed")
        }
        "raised_hand" | "hand" | "raising_hand" | "man-raising-hand" | "woman-raising-hand"
        | "handshake" | "ring_buoy" | "helping_hand" => Some("help"),
        "bulb" | "key" | "old_key" | "magnet" | "book" | "books" | "open_book" | "mortar_board"
        | "brain" => Some("helped_me"),
        "-1"
        | "thumbsdown"
        | "no_entry"
        | "no_entry_sign"
        | "no_good"
        | "x"
        | "negative_squared_cross_mark"
        | "angry"
        | "rage"
        | "face_with_symbols_on_mouth"
        | "cry"
        | "sob"
        | "disappointed"
        | "disappointed_relieved"
        | "anguished"
        | "worried"
        | "frowning"
        | "white_frowning_face"
        | "slightly_frowning_face"
        | "confused"
        | "thinking_face"
        | "thinking"
        | "face_with_rolling_eyes"
        | "unamused"
        | "confounded"
        | "persevere"
        | "weary"
        | "tired_face"
        | "triumph"
        | "nauseated_face"
        | "face_vomiting"
        | "poop"
        | "hankey"
        | "question"
        | "grey_question"
        | "face_with_raised_eyebrow"
        | "broken_heart"
        | "middle_finger"
        | "facepalm"
        | "face_palm"
        | "man-facepalming"
        | "woman-facepalming" => None,
        _ => Some("agree"),
    }
}

fn is_heart(sign: &str) -> bool {
    sign != "broken_heart"
        && sign != "heart_eyes"
        && sign != "heart_eyes_cat"
        && sign.contains("heart")
}
