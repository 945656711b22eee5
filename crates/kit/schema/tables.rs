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
        body_html -> Text,
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
        sanitizer -> Integer,
        state -> Text,
        published_at -> BigInt,
        edited_at -> Nullable<BigInt>,
        reactions -> Integer,
        score -> Nullable<Integer>,
        source_key -> Nullable<Text>,
        request_key -> Nullable<Text>,
        body_html -> Text,
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
        state -> Text,
        attempts -> Integer,
        lease_until -> Nullable<BigInt>,
        next_at -> BigInt,
        trouble -> Nullable<Text>,
        created_at -> BigInt,
        sent_at -> Nullable<BigInt>,
        body_text -> Text,
        body_html -> Text,
        file_name -> Nullable<Text>,
        file -> Nullable<Binary>,
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
        shown_people -> Nullable<Integer>,
        shown_did -> Nullable<Integer>,
        held_people -> Nullable<Integer>,
        held_did -> Nullable<Integer>,
        request_key -> Nullable<Text>,
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
        state -> Text,
        created_at -> BigInt,
        body_html -> Text,
    }
}

diesel::table! {
    retracted_facts (fact_id) {
        fact_id -> BigInt,
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
    kept_figures (end_day, name) {
        end_day -> Integer,
        name -> Text,
        figures -> Text,
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
        undone_at -> Nullable<BigInt>,
        undone_by_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    import_uploads (id) {
        id -> BigInt,
        kind -> Text,
        file -> Text,
        columns_by_hand -> Text,
        by_id -> BigInt,
        at -> BigInt,
        source -> Text,
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
    action_departments (action_id, department_id) {
        action_id -> BigInt,
        department_id -> BigInt,
    }
}

diesel::table! {
    phase_overrules (id) {
        id -> BigInt,
        at -> BigInt,
        person_id -> BigInt,
        phase -> Text,
        note -> Text,
        until_day -> Integer,
    }
}

diesel::table! {
    refused_proposals (id) {
        id -> BigInt,
        at -> BigInt,
        person_id -> BigInt,
        catalogue -> Integer,
        note -> Text,
    }
}

diesel::table! {
    release_log (measure, end_day, round, department_id) {
        measure -> Text,
        end_day -> Integer,
        round -> Integer,
        department_id -> BigInt,
        version -> Integer,
        did -> Nullable<Integer>,
        people -> Nullable<Integer>,
        payroll -> Bool,
        fingerprint -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    import_traces (run_id, what, part) {
        run_id -> BigInt,
        what -> SmallInt,
        part -> Integer,
        numbers -> Text,
    }
}

diesel::table! {
    import_befores (run_id, number) {
        run_id -> BigInt,
        number -> Integer,
        person_id -> Nullable<BigInt>,
        department_id -> Nullable<BigInt>,
        before -> Text,
    }
}

diesel::table! {
    member_numbers (pseudonym) {
        pseudonym -> BigInt,
        number -> Integer,
    }
}

diesel::table! {
    member_blocks (day, block) {
        day -> Integer,
        block -> Integer,
        cells -> Binary,
    }
}

diesel::table! {
    tie_blocks (day, block) {
        day -> Integer,
        block -> Integer,
        cells -> Binary,
    }
}

diesel::table! {
    kept_insights (name, end_day, version) {
        name -> Text,
        end_day -> Integer,
        version -> Integer,
        content -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    alarms (id) {
        id -> BigInt,
        series -> Text,
        day -> Integer,
        version -> Integer,
        value -> BigInt,
        usual -> Double,
        weeks -> Integer,
        distance -> Double,
        bound -> Double,
        at -> BigInt,
        verdict -> Nullable<Text>,
        note -> Text,
        judged_by -> Nullable<BigInt>,
        judged_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    consents (id) {
        id -> BigInt,
        scope -> Text,
        given_by -> Text,
        given_on -> Integer,
        expires_on -> Integer,
        reference -> Text,
        recorded_by -> BigInt,
        recorded_at -> BigInt,
        withdrawn_at -> Nullable<BigInt>,
        withdrawn_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    looks (person_id, day, by_id, purpose) {
        person_id -> BigInt,
        by_id -> BigInt,
        by_role -> Text,
        purpose -> Text,
        day -> Integer,
        first_at -> BigInt,
        last_at -> BigInt,
        times -> Integer,
    }
}

diesel::table! {
    tie_weeks (end_day, round) {
        end_day -> Integer,
        round -> Integer,
        version -> Integer,
        floor -> Integer,
        fingerprint -> BigInt,
        inside -> BigInt,
        across -> BigInt,
        network -> Nullable<Text>,
        at -> BigInt,
    }
}

diesel::table! {
    tie_cells (end_day, round, source_id, target_id) {
        end_day -> Integer,
        round -> Integer,
        source_id -> BigInt,
        target_id -> BigInt,
        sources -> Nullable<Integer>,
        targets -> Nullable<Integer>,
        active -> Integer,
    }
}

diesel::table! {
    reports (id) {
        id -> BigInt,
        month_day -> Integer,
        version -> Integer,
        state -> Text,
        snapshot -> Text,
        successes -> Text,
        explanation -> Text,
        made_by -> BigInt,
        made_at -> BigInt,
        finished_by -> Nullable<BigInt>,
        finished_at -> Nullable<BigInt>,
        checksum -> Nullable<Text>,
        beside_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    report_decisions (report_id, number) {
        report_id -> BigInt,
        number -> Integer,
        text -> Text,
        owner -> Text,
        due_day -> Integer,
    }
}

diesel::table! {
    report_mailing (id) {
        id -> Integer,
        day -> Integer,
        attached -> Bool,
        set_by -> BigInt,
        set_at -> BigInt,
    }
}

diesel::table! {
    report_recipients (id) {
        id -> BigInt,
        person_id -> Nullable<BigInt>,
        email -> Nullable<Text>,
        added_by -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    department_leaders (department_id) {
        department_id -> BigInt,
        person_id -> BigInt,
        since -> BigInt,
    }
}

diesel::table! {
    promises (id) {
        id -> BigInt,
        person_id -> BigInt,
        text -> Text,
        kind -> Text,
        amount -> Integer,
        made_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    promise_months (promise_id, month_day) {
        promise_id -> BigInt,
        month_day -> Integer,
        amount -> Integer,
        done -> Integer,
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

diesel::table! {
    readable_actions (person_id, action_id) {
        person_id -> BigInt,
        action_id -> BigInt,
        seen_from -> BigInt,
        asked -> BigInt,
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
    "member_states",
    "thread_states",
    "assignments",
    "closed_weeks",
    "kept_figures",
    "import_runs",
    "import_uploads",
    "import_keys",
    "import_people",
    "action_departments",
    "phase_overrules",
    "refused_proposals",
    "release_log",
    "import_traces",
    "import_befores",
    "member_numbers",
    "member_blocks",
    "tie_blocks",
    "kept_insights",
    "alarms",
    "consents",
    "looks",
    "tie_weeks",
    "tie_cells",
    "reports",
    "report_decisions",
    "report_mailing",
    "report_recipients",
    "department_leaders",
    "promises",
    "promise_months",
    "visible_groups",
    "readable_groups",
    "readable_posts",
    "readable_actions",
];

/// Every table in the order in which they were made: what refers comes later.
pub const TABLES: &[crate::Table] = &[
    crate::Table {
        name: "community",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("name", crate::Form::Text),
            ("language", crate::Form::Text),
            ("zone", crate::Form::Text),
            ("seed", crate::Form::Whole),
            ("floor", crate::Form::Whole),
            ("team_marked", crate::Form::Truth),
            ("created_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "departments",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("parent_id", crate::Form::Whole),
            ("name", crate::Form::Text),
            ("name_key", crate::Form::Text),
            ("path", crate::Form::Text),
            ("headcount", crate::Form::Whole),
            ("created_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "people",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("name", crate::Form::Text),
            ("name_key", crate::Form::Text),
            ("handle", crate::Form::Text),
            ("email", crate::Form::Text),
            ("email_key", crate::Form::Text),
            ("email_verified", crate::Form::Truth),
            ("department_id", crate::Form::Whole),
            ("audience", crate::Form::Text),
            ("role", crate::Form::Text),
            ("state", crate::Form::Text),
            ("team", crate::Form::Truth),
            ("bot", crate::Form::Truth),
            ("objected", crate::Form::Truth),
            ("about", crate::Form::Text),
            ("picture_id", crate::Form::Whole),
            ("language", crate::Form::Text),
            ("epoch", crate::Form::Whole),
            ("started_at", crate::Form::Whole),
            ("joined_at", crate::Form::Whole),
            ("source_key", crate::Form::Text),
            ("created_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "pseudonyms",
        key: &["person_id"],
        columns: &[("person_id", crate::Form::Whole), ("pseudonym", crate::Form::Whole)],
    },
    crate::Table {
        name: "passwords",
        key: &["person_id"],
        columns: &[
            ("person_id", crate::Form::Whole),
            ("hash", crate::Form::Text),
            ("changed_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "sessions",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("token_hash", crate::Form::Text),
            ("person_id", crate::Form::Whole),
            ("created_at", crate::Form::Whole),
            ("expires_at", crate::Form::Whole),
            ("device", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "tokens",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("hash", crate::Form::Text),
            ("purpose", crate::Form::Text),
            ("person_id", crate::Form::Whole),
            ("payload", crate::Form::Text),
            ("created_at", crate::Form::Whole),
            ("expires_at", crate::Form::Whole),
            ("spent_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "groups",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("name", crate::Form::Text),
            ("name_key", crate::Form::Text),
            ("slug", crate::Form::Text),
            ("purpose", crate::Form::Text),
            ("access", crate::Form::Text),
            ("commons", crate::Form::Truth),
            ("source_key", crate::Form::Text),
            ("created_at", crate::Form::Whole),
            ("archived_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "memberships",
        key: &["group_id", "person_id"],
        columns: &[
            ("group_id", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("state", crate::Form::Text),
            ("moderates", crate::Form::Truth),
            ("since", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "posts",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("group_id", crate::Form::Whole),
            ("author_id", crate::Form::Whole),
            ("author_name", crate::Form::Text),
            ("kind", crate::Form::Text),
            ("title", crate::Form::Text),
            ("body", crate::Form::Text),
            ("sanitizer", crate::Form::Whole),
            ("state", crate::Form::Text),
            ("published_at", crate::Form::Whole),
            ("edited_at", crate::Form::Whole),
            ("activity_at", crate::Form::Whole),
            ("comments", crate::Form::Whole),
            ("reactions", crate::Form::Whole),
            ("accepted_comment_id", crate::Form::Whole),
            ("accepted_by", crate::Form::Whole),
            ("score", crate::Form::Whole),
            ("closed_at", crate::Form::Whole),
            ("source_key", crate::Form::Text),
            ("request_key", crate::Form::Text),
            ("body_html", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "topics",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("name", crate::Form::Text),
            ("name_key", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "post_topics",
        key: &["post_id", "topic_id"],
        columns: &[("post_id", crate::Form::Whole), ("topic_id", crate::Form::Whole)],
    },
    crate::Table {
        name: "comments",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("subject_kind", crate::Form::Whole),
            ("subject_id", crate::Form::Whole),
            ("parent_id", crate::Form::Whole),
            ("author_id", crate::Form::Whole),
            ("author_name", crate::Form::Text),
            ("body", crate::Form::Text),
            ("sanitizer", crate::Form::Whole),
            ("state", crate::Form::Text),
            ("published_at", crate::Form::Whole),
            ("edited_at", crate::Form::Whole),
            ("reactions", crate::Form::Whole),
            ("score", crate::Form::Whole),
            ("source_key", crate::Form::Text),
            ("request_key", crate::Form::Text),
            ("body_html", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "reactions",
        key: &["subject_kind", "subject_id", "person_id", "word"],
        columns: &[
            ("subject_kind", crate::Form::Whole),
            ("subject_id", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("word", crate::Form::Text),
            ("created_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "thread_reads",
        key: &["person_id", "subject_kind", "subject_id"],
        columns: &[
            ("person_id", crate::Form::Whole),
            ("subject_kind", crate::Form::Whole),
            ("subject_id", crate::Form::Whole),
            ("read_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "pictures",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("owner_id", crate::Form::Whole),
            ("subject_kind", crate::Form::Whole),
            ("subject_id", crate::Form::Whole),
            ("large_blob", crate::Form::Text),
            ("small_blob", crate::Form::Text),
            ("media_type", crate::Form::Text),
            ("width", crate::Form::Whole),
            ("height", crate::Form::Whole),
            ("alt", crate::Form::Text),
            ("created_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "facts",
        key: &["id"],
        columns: &[
            ("position", crate::Form::Whole),
            ("id", crate::Form::Whole),
            ("at", crate::Form::Whole),
            ("day", crate::Form::Whole),
            ("actor", crate::Form::Whole),
            ("actor_kind", crate::Form::Whole),
            ("verb", crate::Form::Whole),
            ("object_kind", crate::Form::Whole),
            ("object_id", crate::Form::Whole),
            ("thread_id", crate::Form::Whole),
            ("target", crate::Form::Whole),
            ("group_id", crate::Form::Whole),
            ("dept_at", crate::Form::Whole),
            ("target_dept_at", crate::Form::Whole),
            ("tenure_days", crate::Form::Whole),
            ("action_id", crate::Form::Whole),
            ("arm", crate::Form::Whole),
            ("propensity", crate::Form::Real),
            ("visibility", crate::Form::Whole),
            ("corrects", crate::Form::Whole),
            ("source", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "followers",
        key: &["name"],
        columns: &[
            ("name", crate::Form::Text),
            ("position", crate::Form::Whole),
            ("trouble", crate::Form::Text),
            ("moved_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "active_days",
        key: &["person_id", "day"],
        columns: &[("person_id", crate::Form::Whole), ("day", crate::Form::Whole)],
    },
    crate::Table {
        name: "outbox",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("key", crate::Form::Text),
            ("kind", crate::Form::Text),
            ("security", crate::Form::Truth),
            ("recipient", crate::Form::Text),
            ("subject", crate::Form::Text),
            ("state", crate::Form::Text),
            ("attempts", crate::Form::Whole),
            ("lease_until", crate::Form::Whole),
            ("next_at", crate::Form::Whole),
            ("trouble", crate::Form::Text),
            ("created_at", crate::Form::Whole),
            ("sent_at", crate::Form::Whole),
            ("body_text", crate::Form::Text),
            ("body_html", crate::Form::Text),
            ("file_name", crate::Form::Text),
            ("file", crate::Form::Bytes),
        ],
    },
    crate::Table {
        name: "audit",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("at", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("act", crate::Form::Text),
            ("about_person_id", crate::Form::Whole),
            ("detail", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "actions",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("catalogue", crate::Form::Whole),
            ("title", crate::Form::Text),
            ("question", crate::Form::Text),
            ("explanation", crate::Form::Text),
            ("goal", crate::Form::Text),
            ("answer_kind", crate::Form::Text),
            ("outcome", crate::Form::Text),
            ("window_days", crate::Form::Whole),
            ("owner_id", crate::Form::Whole),
            ("audience", crate::Form::Text),
            ("held_percent", crate::Form::Whole),
            ("seed", crate::Form::Whole),
            ("state", crate::Form::Text),
            ("opens_at", crate::Form::Whole),
            ("closes_at", crate::Form::Whole),
            ("shown", crate::Form::Whole),
            ("held", crate::Form::Whole),
            ("answers", crate::Form::Whole),
            ("detectable", crate::Form::Real),
            ("base_rate", crate::Form::Real),
            ("judged_at", crate::Form::Whole),
            ("source_key", crate::Form::Text),
            ("created_at", crate::Form::Whole),
            ("shown_people", crate::Form::Whole),
            ("shown_did", crate::Form::Whole),
            ("held_people", crate::Form::Whole),
            ("held_did", crate::Form::Whole),
            ("request_key", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "action_choices",
        key: &["action_id", "number"],
        columns: &[
            ("action_id", crate::Form::Whole),
            ("number", crate::Form::Whole),
            ("label", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "action_arms",
        key: &["action_id", "person_id"],
        columns: &[
            ("action_id", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("arm", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "action_answers",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("action_id", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("choice", crate::Form::Whole),
            ("body", crate::Form::Text),
            ("state", crate::Form::Text),
            ("created_at", crate::Form::Whole),
            ("body_html", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "retracted_facts",
        key: &["fact_id"],
        columns: &[("fact_id", crate::Form::Whole)],
    },
    crate::Table {
        name: "member_states",
        key: &["pseudonym"],
        columns: &[
            ("pseudonym", crate::Form::Whole),
            ("actor_kind", crate::Form::Whole),
            ("department_id", crate::Form::Whole),
            ("first_day", crate::Form::Whole),
            ("last_day", crate::Form::Whole),
            ("active_days", crate::Form::Whole),
            ("last_post_day", crate::Form::Whole),
            ("last_contribution_day", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "thread_states",
        key: &["thread_id"],
        columns: &[
            ("thread_id", crate::Form::Whole),
            ("opened_at", crate::Form::Whole),
            ("opened_day", crate::Form::Whole),
            ("author", crate::Form::Whole),
            ("author_kind", crate::Form::Whole),
            ("group_id", crate::Form::Whole),
            ("department_id", crate::Form::Whole),
            ("replies", crate::Form::Whole),
            ("first_reply_at", crate::Form::Whole),
            ("first_reply_by", crate::Form::Whole),
            ("first_member_reply_at", crate::Form::Whole),
            ("first_staff_reply_at", crate::Form::Whole),
            ("accepted_at", crate::Form::Whole),
            ("answerer", crate::Form::Whole),
            ("withdrawn", crate::Form::Truth),
        ],
    },
    crate::Table {
        name: "assignments",
        key: &["action_id", "pseudonym"],
        columns: &[
            ("action_id", crate::Form::Whole),
            ("pseudonym", crate::Form::Whole),
            ("arm", crate::Form::Whole),
            ("department_id", crate::Form::Whole),
            ("at", crate::Form::Whole),
            ("propensity", crate::Form::Real),
        ],
    },
    crate::Table {
        name: "closed_weeks",
        key: &["end_day", "department_id"],
        columns: &[
            ("end_day", crate::Form::Whole),
            ("department_id", crate::Form::Whole),
            ("eligible", crate::Form::Whole),
            ("connected", crate::Form::Whole),
            ("active", crate::Form::Whole),
            ("creators", crate::Form::Whole),
            ("contributors", crate::Form::Whole),
            ("readers", crate::Form::Whole),
            ("team", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "kept_figures",
        key: &["end_day", "name"],
        columns: &[
            ("end_day", crate::Form::Whole),
            ("name", crate::Form::Text),
            ("figures", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "import_runs",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("kind", crate::Form::Text),
            ("file", crate::Form::Text),
            ("by_id", crate::Form::Whole),
            ("report", crate::Form::Text),
            ("at", crate::Form::Whole),
            ("undone_at", crate::Form::Whole),
            ("undone_by_id", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "import_uploads",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("kind", crate::Form::Text),
            ("file", crate::Form::Text),
            ("columns_by_hand", crate::Form::Text),
            ("by_id", crate::Form::Whole),
            ("at", crate::Form::Whole),
            ("source", crate::Form::Text),
        ],
    },
    crate::Table { name: "import_keys", key: &["key"], columns: &[("key", crate::Form::Whole)] },
    crate::Table {
        name: "import_people",
        key: &["source_key"],
        columns: &[("source_key", crate::Form::Text), ("person_id", crate::Form::Whole)],
    },
    crate::Table {
        name: "action_departments",
        key: &["action_id", "department_id"],
        columns: &[("action_id", crate::Form::Whole), ("department_id", crate::Form::Whole)],
    },
    crate::Table {
        name: "phase_overrules",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("at", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("phase", crate::Form::Text),
            ("note", crate::Form::Text),
            ("until_day", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "refused_proposals",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("at", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("catalogue", crate::Form::Whole),
            ("note", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "release_log",
        key: &["measure", "end_day", "round", "department_id"],
        columns: &[
            ("measure", crate::Form::Text),
            ("end_day", crate::Form::Whole),
            ("round", crate::Form::Whole),
            ("department_id", crate::Form::Whole),
            ("version", crate::Form::Whole),
            ("did", crate::Form::Whole),
            ("people", crate::Form::Whole),
            ("payroll", crate::Form::Truth),
            ("fingerprint", crate::Form::Whole),
            ("at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "import_traces",
        key: &["run_id", "what", "part"],
        columns: &[
            ("run_id", crate::Form::Whole),
            ("what", crate::Form::Whole),
            ("part", crate::Form::Whole),
            ("numbers", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "import_befores",
        key: &["run_id", "number"],
        columns: &[
            ("run_id", crate::Form::Whole),
            ("number", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("department_id", crate::Form::Whole),
            ("before", crate::Form::Text),
        ],
    },
    crate::Table {
        name: "member_numbers",
        key: &["pseudonym"],
        columns: &[("pseudonym", crate::Form::Whole), ("number", crate::Form::Whole)],
    },
    crate::Table {
        name: "member_blocks",
        key: &["day", "block"],
        columns: &[
            ("day", crate::Form::Whole),
            ("block", crate::Form::Whole),
            ("cells", crate::Form::Bytes),
        ],
    },
    crate::Table {
        name: "tie_blocks",
        key: &["day", "block"],
        columns: &[
            ("day", crate::Form::Whole),
            ("block", crate::Form::Whole),
            ("cells", crate::Form::Bytes),
        ],
    },
    crate::Table {
        name: "kept_insights",
        key: &["name", "end_day", "version"],
        columns: &[
            ("name", crate::Form::Text),
            ("end_day", crate::Form::Whole),
            ("version", crate::Form::Whole),
            ("content", crate::Form::Text),
            ("at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "alarms",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("series", crate::Form::Text),
            ("day", crate::Form::Whole),
            ("version", crate::Form::Whole),
            ("value", crate::Form::Whole),
            ("usual", crate::Form::Real),
            ("weeks", crate::Form::Whole),
            ("distance", crate::Form::Real),
            ("bound", crate::Form::Real),
            ("at", crate::Form::Whole),
            ("verdict", crate::Form::Text),
            ("note", crate::Form::Text),
            ("judged_by", crate::Form::Whole),
            ("judged_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "consents",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("scope", crate::Form::Text),
            ("given_by", crate::Form::Text),
            ("given_on", crate::Form::Whole),
            ("expires_on", crate::Form::Whole),
            ("reference", crate::Form::Text),
            ("recorded_by", crate::Form::Whole),
            ("recorded_at", crate::Form::Whole),
            ("withdrawn_at", crate::Form::Whole),
            ("withdrawn_by", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "looks",
        key: &["person_id", "day", "by_id", "purpose"],
        columns: &[
            ("person_id", crate::Form::Whole),
            ("by_id", crate::Form::Whole),
            ("by_role", crate::Form::Text),
            ("purpose", crate::Form::Text),
            ("day", crate::Form::Whole),
            ("first_at", crate::Form::Whole),
            ("last_at", crate::Form::Whole),
            ("times", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "tie_weeks",
        key: &["end_day", "round"],
        columns: &[
            ("end_day", crate::Form::Whole),
            ("round", crate::Form::Whole),
            ("version", crate::Form::Whole),
            ("floor", crate::Form::Whole),
            ("fingerprint", crate::Form::Whole),
            ("inside", crate::Form::Whole),
            ("across", crate::Form::Whole),
            ("network", crate::Form::Text),
            ("at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "tie_cells",
        key: &["end_day", "round", "source_id", "target_id"],
        columns: &[
            ("end_day", crate::Form::Whole),
            ("round", crate::Form::Whole),
            ("source_id", crate::Form::Whole),
            ("target_id", crate::Form::Whole),
            ("sources", crate::Form::Whole),
            ("targets", crate::Form::Whole),
            ("active", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "reports",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("month_day", crate::Form::Whole),
            ("version", crate::Form::Whole),
            ("state", crate::Form::Text),
            ("snapshot", crate::Form::Text),
            ("successes", crate::Form::Text),
            ("explanation", crate::Form::Text),
            ("made_by", crate::Form::Whole),
            ("made_at", crate::Form::Whole),
            ("finished_by", crate::Form::Whole),
            ("finished_at", crate::Form::Whole),
            ("checksum", crate::Form::Text),
            ("beside_id", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "report_decisions",
        key: &["report_id", "number"],
        columns: &[
            ("report_id", crate::Form::Whole),
            ("number", crate::Form::Whole),
            ("text", crate::Form::Text),
            ("owner", crate::Form::Text),
            ("due_day", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "report_mailing",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("day", crate::Form::Whole),
            ("attached", crate::Form::Truth),
            ("set_by", crate::Form::Whole),
            ("set_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "report_recipients",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("email", crate::Form::Text),
            ("added_by", crate::Form::Whole),
            ("created_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "department_leaders",
        key: &["department_id"],
        columns: &[
            ("department_id", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("since", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "promises",
        key: &["id"],
        columns: &[
            ("id", crate::Form::Whole),
            ("person_id", crate::Form::Whole),
            ("text", crate::Form::Text),
            ("kind", crate::Form::Text),
            ("amount", crate::Form::Whole),
            ("made_at", crate::Form::Whole),
            ("ended_at", crate::Form::Whole),
        ],
    },
    crate::Table {
        name: "promise_months",
        key: &["promise_id", "month_day"],
        columns: &[
            ("promise_id", crate::Form::Whole),
            ("month_day", crate::Form::Whole),
            ("amount", crate::Form::Whole),
            ("done", crate::Form::Whole),
        ],
    },
];
