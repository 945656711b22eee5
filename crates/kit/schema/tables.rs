// Written by script/schema from migrations/. Do not edit by hand.

diesel::table! {
    community (id) {
        id -> Integer,
        name -> Text,
        language -> Text,
        zone -> Text,
        seed -> BigInt,
        floor -> Integer,
        team_marked -> Bool,
        created_at -> BigInt,
    }
}

diesel::table! {
    departments (id) {
        id -> BigInt,
        parent_id -> Nullable<BigInt>,
        name -> Text,
        name_key -> Text,
        path -> Text,
        headcount -> Nullable<Integer>,
        created_at -> BigInt,
    }
}

diesel::table! {
    people (id) {
        id -> BigInt,
        name -> Text,
        name_key -> Text,
        handle -> Text,
        email -> Nullable<Text>,
        email_key -> Nullable<Text>,
        email_verified -> Bool,
        department_id -> Nullable<BigInt>,
        audience -> Text,
        role -> Text,
        state -> Text,
        team -> Bool,
        bot -> Bool,
        objected -> Bool,
        about -> Text,
        picture_id -> Nullable<BigInt>,
        language -> Nullable<Text>,
        epoch -> Integer,
        started_at -> Nullable<BigInt>,
        joined_at -> Nullable<BigInt>,
        source_key -> Nullable<Text>,
        created_at -> BigInt,
    }
}

diesel::table! {
    pseudonyms (person_id) {
        person_id -> BigInt,
        pseudonym -> BigInt,
    }
}

diesel::table! {
    passwords (person_id) {
        person_id -> BigInt,
        hash -> Text,
        changed_at -> BigInt,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        token_hash -> Text,
        person_id -> BigInt,
        created_at -> BigInt,
        expires_at -> BigInt,
        device -> Text,
    }
}

diesel::table! {
    tokens (id) {
        id -> BigInt,
        hash -> Text,
        purpose -> Text,
        person_id -> BigInt,
        payload -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        spent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    groups (id) {
        id -> BigInt,
        name -> Text,
        name_key -> Text,
        slug -> Text,
        purpose -> Text,
        access -> Text,
        commons -> Bool,
        source_key -> Nullable<Text>,
        created_at -> BigInt,
        archived_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    memberships (group_id, person_id) {
        group_id -> BigInt,
        person_id -> BigInt,
        state -> Text,
        moderates -> Bool,
        since -> BigInt,
    }
}

diesel::table! {
    posts (id) {
        id -> BigInt,
        group_id -> BigInt,
        author_id -> Nullable<BigInt>,
        author_name -> Nullable<Text>,
        kind -> Text,
        title -> Text,
        body -> Text,
        body_html -> Text,
        sanitizer -> Integer,
        state -> Text,
        published_at -> BigInt,
        edited_at -> Nullable<BigInt>,
        activity_at -> BigInt,
        comments -> Integer,
        reactions -> Integer,
        accepted_comment_id -> Nullable<BigInt>,
        accepted_by -> Nullable<BigInt>,
        score -> Nullable<Integer>,
        closed_at -> Nullable<BigInt>,
        source_key -> Nullable<Text>,
        request_key -> Nullable<Text>,
    }
}

diesel::table! {
    topics (id) {
        id -> BigInt,
        name -> Text,
        name_key -> Text,
    }
}

diesel::table! {
    post_topics (post_id, topic_id) {
        post_id -> BigInt,
        topic_id -> BigInt,
    }
}

diesel::table! {
    comments (id) {
        id -> BigInt,
        subject_kind -> SmallInt,
        subject_id -> BigInt,
        parent_id -> Nullable<BigInt>,
        author_id -> Nullable<BigInt>,
        author_name -> Nullable<Text>,
        body -> Text,
        body_html -> Text,
        sanitizer -> Integer,
        state -> Text,
        published_at -> BigInt,
        edited_at -> Nullable<BigInt>,
        reactions -> Integer,
        score -> Nullable<Integer>,
        source_key -> Nullable<Text>,
        request_key -> Nullable<Text>,
    }
}

diesel::table! {
    reactions (subject_kind, subject_id, person_id, word) {
        subject_kind -> SmallInt,
        subject_id -> BigInt,
        person_id -> BigInt,
        word -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    thread_reads (person_id, subject_kind, subject_id) {
        person_id -> BigInt,
        subject_kind -> SmallInt,
        subject_id -> BigInt,
        read_at -> BigInt,
    }
}

diesel::table! {
    pictures (id) {
        id -> BigInt,
        owner_id -> BigInt,
        subject_kind -> Nullable<SmallInt>,
        subject_id -> Nullable<BigInt>,
        large_blob -> Text,
        small_blob -> Text,
        media_type -> Text,
        width -> Integer,
        height -> Integer,
        alt -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    facts (id) {
        position -> Nullable<BigInt>,
        id -> BigInt,
        at -> BigInt,
        day -> Integer,
        actor -> Nullable<BigInt>,
        actor_kind -> SmallInt,
        verb -> SmallInt,
        object_kind -> SmallInt,
        object_id -> BigInt,
        thread_id -> Nullable<BigInt>,
        target -> Nullable<BigInt>,
        group_id -> Nullable<BigInt>,
        dept_at -> Nullable<BigInt>,
        target_dept_at -> Nullable<BigInt>,
        tenure_days -> Nullable<Integer>,
        action_id -> Nullable<BigInt>,
        arm -> Nullable<SmallInt>,
        propensity -> Nullable<Double>,
        visibility -> SmallInt,
        corrects -> Nullable<BigInt>,
        source -> SmallInt,
    }
}

diesel::table! {
    followers (name) {
        name -> Text,
        position -> BigInt,
        trouble -> Nullable<Text>,
        moved_at -> BigInt,
    }
}

diesel::table! {
    active_days (person_id, day) {
        person_id -> BigInt,
        day -> Integer,
    }
}

diesel::table! {
    outbox (id) {
        id -> BigInt,
        key -> Text,
        kind -> Text,
        security -> Bool,
        recipient -> Text,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        state -> Text,
        attempts -> Integer,
        lease_until -> Nullable<BigInt>,
        next_at -> BigInt,
        trouble -> Nullable<Text>,
        created_at -> BigInt,
        sent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    audit (id) {
        id -> BigInt,
        at -> BigInt,
        person_id -> Nullable<BigInt>,
        act -> Text,
        about_person_id -> Nullable<BigInt>,
        detail -> Text,
    }
}

diesel::table! {
    actions (id) {
        id -> BigInt,
        catalogue -> Nullable<Integer>,
        title -> Text,
        question -> Text,
        explanation -> Text,
        goal -> Text,
        answer_kind -> Text,
        outcome -> Text,
        window_days -> Integer,
        owner_id -> BigInt,
        audience -> Text,
        held_percent -> Integer,
        seed -> BigInt,
        state -> Text,
        opens_at -> BigInt,
        closes_at -> BigInt,
        shown -> Integer,
        held -> Integer,
        answers -> Integer,
        detectable -> Nullable<Double>,
        base_rate -> Nullable<Double>,
        judged_at -> Nullable<BigInt>,
        source_key -> Nullable<Text>,
        created_at -> BigInt,
    }
}

diesel::table! {
    action_choices (action_id, number) {
        action_id -> BigInt,
        number -> Integer,
        label -> Text,
    }
}

diesel::table! {
    action_arms (action_id, person_id) {
        action_id -> BigInt,
        person_id -> BigInt,
        arm -> SmallInt,
    }
}

diesel::table! {
    action_answers (id) {
        id -> BigInt,
        action_id -> BigInt,
        person_id -> BigInt,
        choice -> Nullable<Integer>,
        body -> Text,
        body_html -> Text,
        state -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    retracted_facts (fact_id) {
        fact_id -> BigInt,
    }
}

diesel::table! {
    member_days (day, pseudonym, actor_kind, department_id) {
        day -> Integer,
        pseudonym -> BigInt,
        actor_kind -> SmallInt,
        department_id -> BigInt,
        acts -> Integer,
        posts -> Integer,
        replies -> Integer,
        reactions -> Integer,
        answers -> Integer,
        contacts -> Integer,
    }
}

diesel::table! {
    member_states (pseudonym) {
        pseudonym -> BigInt,
        actor_kind -> SmallInt,
        department_id -> BigInt,
        first_day -> Integer,
        last_day -> Integer,
        active_days -> Integer,
        last_post_day -> Nullable<Integer>,
        last_contribution_day -> Nullable<Integer>,
    }
}

diesel::table! {
    thread_states (thread_id) {
        thread_id -> BigInt,
        opened_at -> Nullable<BigInt>,
        opened_day -> Nullable<Integer>,
        author -> Nullable<BigInt>,
        author_kind -> Nullable<SmallInt>,
        group_id -> Nullable<BigInt>,
        department_id -> BigInt,
        replies -> Integer,
        first_reply_at -> Nullable<BigInt>,
        first_reply_by -> Nullable<BigInt>,
        first_member_reply_at -> Nullable<BigInt>,
        first_staff_reply_at -> Nullable<BigInt>,
        accepted_at -> Nullable<BigInt>,
        answerer -> Nullable<BigInt>,
        withdrawn -> Bool,
    }
}

diesel::table! {
    assignments (action_id, pseudonym) {
        action_id -> BigInt,
        pseudonym -> BigInt,
        arm -> SmallInt,
        department_id -> BigInt,
        at -> BigInt,
        propensity -> Nullable<Double>,
    }
}

diesel::table! {
    tie_days (day, source, target, source_department, target_department) {
        day -> Integer,
        source -> BigInt,
        target -> BigInt,
        source_department -> BigInt,
        target_department -> BigInt,
        weight -> Integer,
    }
}

diesel::table! {
    closed_weeks (end_day, department_id) {
        end_day -> Integer,
        department_id -> BigInt,
        eligible -> Integer,
        connected -> Integer,
        active -> Integer,
        creators -> Integer,
        contributors -> Integer,
        readers -> Integer,
        team -> Integer,
    }
}

diesel::table! {
    import_runs (id) {
        id -> BigInt,
        kind -> Text,
        file -> Text,
        by_id -> Nullable<BigInt>,
        report -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    import_keys (key) {
        key -> BigInt,
    }
}

diesel::table! {
    import_people (source_key) {
        source_key -> Text,
        person_id -> BigInt,
    }
}

diesel::table! {
    visible_groups (person_id, group_id) {
        person_id -> BigInt,
        group_id -> BigInt,
    }
}

diesel::table! {
    readable_groups (person_id, group_id) {
        person_id -> BigInt,
        group_id -> BigInt,
    }
}

diesel::table! {
    readable_posts (person_id, post_id) {
        person_id -> BigInt,
        post_id -> BigInt,
        group_id -> BigInt,
    }
}

/// Every table and view, by name.
pub const NAMES: &[&str] = &[
    "community",
    "departments",
    "people",
    "pseudonyms",
    "passwords",
    "sessions",
    "tokens",
    "groups",
    "memberships",
    "posts",
    "topics",
    "post_topics",
    "comments",
    "reactions",
    "thread_reads",
    "pictures",
    "facts",
    "followers",
    "active_days",
    "outbox",
    "audit",
    "actions",
    "action_choices",
    "action_arms",
    "action_answers",
    "retracted_facts",
    "member_days",
    "member_states",
    "thread_states",
    "assignments",
    "tie_days",
    "closed_weeks",
    "import_runs",
    "import_keys",
    "import_people",
    "visible_groups",
    "readable_groups",
    "readable_posts",
];
