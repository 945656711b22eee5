//! What a Slack message is, and its words.

use crate::json::{flag, inner_text, items, text};
use crate::markdown::paragraph;
use crate::mrkdwn::{Names, to_markdown};
use crate::parts::link;
use crate::pieces::Piece;
use crate::staged::Skip;
use serde_json::Value;

/// What an entry of a day is.
pub(crate) enum Kind {
    /// Somebody's words.
    Post,
    Join,
    Leave,
    /// Rightly gives no record.
    Skip(Skip),
    /// A kind that is not known here.
    Unknown(String),
}

/// What an entry is, by its type and subtype.
pub(crate) fn kind_of(message: &Value) -> Kind {
    let kind = text(message, "type").unwrap_or_default();
    if kind != "message" {
        return Kind::Unknown(kind.into_owned());
    }
    let Some(subtype) = text(message, "subtype") else {
        return Kind::Post;
    };
    match subtype.as_ref() {
        "bot_message" | "file_share" | "file_comment" | "file_mention" | "me_message"
        | "thread_broadcast" | "reply_broadcast" | "slackbot_response" => Kind::Post,
        "channel_join" | "group_join" => Kind::Join,
        "channel_leave" | "group_leave" => Kind::Leave,
        "channel_topic"
        | "channel_purpose"
        | "channel_name"
        | "channel_archive"
        | "channel_unarchive"
        | "channel_convert_to_private"
        | "channel_convert_to_public"
        | "channel_posting_permissions"
        | "group_topic"
        | "group_purpose"
        | "group_name"
        | "group_archive"
        | "group_unarchive"
        | "channel_canvas_updated" => Kind::Skip(Skip::GroupNotice),
        "bot_add"
        | "bot_remove"
        | "bot_enable"
        | "bot_disable"
        | "pinned_item"
        | "unpinned_item"
        | "reminder_add"
        | "reminder_delete"
        | "app_conversation_join"
        | "app_conversation_leave"
        | "bot_join"
        | "bot_leave"
        | "huddle_thread"
        | "sh_room_created"
        | "sh_room_shared"
        | "joiner_notification"
        | "joiner_notification_for_inviter"
        | "bookmark_added"
        | "bookmark_removed"
        | "tabbed_canvas_updated" => Kind::Skip(Skip::Notice),
        // What is left of a deleted message stays where others answered it.
        "tombstone" if has_replies(message) => Kind::Post,
        "tombstone" | "message_deleted" => Kind::Skip(Skip::Deleted),
        other => Kind::Unknown(other.to_owned()),
    }
}

fn has_replies(message: &Value) -> bool {
    message.get("reply_count").and_then(Value::as_u64).unwrap_or(0) > 0
        || !items(message, "replies").is_empty()
}

/// The file that an old remark is about.
pub(crate) fn file_comment(message: &Value) -> Option<String> {
    (text(message, "subtype")? == "file_comment")
        .then(|| inner_text(message, "file", "id"))?
        .map(|id| id.into_owned())
}

/// The ids of the files that a message shares.
pub(crate) fn file_ids(message: &Value) -> Vec<String> {
    if file_comment(message).is_some() {
        return Vec::new();
    }
    files(message).filter_map(|file| text(file, "id")).map(|id| id.into_owned()).collect()
}

fn files(message: &Value) -> impl Iterator<Item = &Value> {
    message.get("file").into_iter().chain(items(message, "files"))
}

/// Everything that the message says, as Markdown.
pub(crate) fn body(message: &Value, names: &Names) -> String {
    let mut blocks = Vec::new();
    let own = text(message, "text").unwrap_or_default();
    if let Some(comment) = inner_text(message, "comment", "comment") {
        blocks.push(to_markdown(&comment, names));
    } else if message.get("file").is_some_and(Value::is_object) && own.starts_with("<@") {
        // Old exports write "<@U1> uploaded a file: ... and commented: ..."; the comment stands apart too.
        let comment =
            message.get("file").and_then(|file| inner_text(file, "initial_comment", "comment"));
        blocks.extend(comment.map(|comment| to_markdown(&comment, names)));
    } else {
        blocks.push(to_markdown(&own, names));
    }
    blocks.extend(files(message).filter_map(file_link));
    let from_program = text(message, "bot_id").is_some()
        || text(message, "subtype").is_some_and(|s| s == "bot_message");
    for attachment in items(message, "attachments") {
        // The preview of a link is no one's words; what a program says may stand only here.
        let preview = attachment.get("from_url").is_some() && !flag(attachment, "is_share");
        if !preview && (from_program || own.trim().is_empty() || flag(attachment, "is_share")) {
            blocks.push(attached(attachment, names));
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

/// A file as a link under its title; without an address its title.
fn file_link(file: &Value) -> Option<String> {
    let name = text(file, "title").or_else(|| text(file, "name"))?;
    let to = text(file, "permalink").or_else(|| text(file, "url_private"));
    let mut pieces = Vec::new();
    match to.filter(|to| to.starts_with("https://") || to.starts_with("http://")) {
        Some(to) => {
            link(vec![Piece::Text(name.into_owned())], to.trim().to_owned(), None, &mut pieces)
        }
        None => pieces.push(Piece::Text(name.into_owned())),
    }
    Some(paragraph(pieces)).filter(|text| !text.is_empty())
}

/// The words of an attachment.
fn attached(attachment: &Value, names: &Names) -> String {
    let mut blocks = Vec::new();
    blocks.extend(text(attachment, "pretext").map(|pretext| to_markdown(&pretext, names)));
    if let Some(title) = text(attachment, "title") {
        let mut pieces = Vec::new();
        match text(attachment, "title_link")
            .filter(|to| to.starts_with("https://") || to.starts_with("http://"))
        {
            Some(to) => {
                link(vec![Piece::Text(title.into_owned())], to.trim().to_owned(), None, &mut pieces)
            }
            None => pieces.push(Piece::Text(title.into_owned())),
        }
        blocks.push(paragraph(pieces));
    }
    blocks.extend(text(attachment, "text").map(|text| to_markdown(&text, names)));
    for field in items(attachment, "fields") {
        let parts = [text(field, "title"), text(field, "value")];
        let parts: Vec<String> =
            parts.into_iter().flatten().map(|part| to_markdown(&part, names)).collect();
        blocks.push(parts.join(": "));
    }
    blocks.retain(|block| !block.is_empty());
    if blocks.is_empty() {
        blocks.extend(text(attachment, "fallback").map(|fallback| to_markdown(&fallback, names)));
    }
    blocks.join("\n\n")
}
