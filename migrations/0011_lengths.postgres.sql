-- Every text column has a length that it cannot pass; a form that is sent twice sets
-- out one action.

alter table posts add constraint posts_body_html_length check (length(body_html) <= 8000000);
alter table comments add constraint comments_body_html_length check (length(body_html) <= 8000000);
alter table action_answers add constraint action_answers_body_html_length check (length(body_html) <= 8000000);
alter table outbox add constraint outbox_body_text_length check (length(body_text) <= 1000000);
alter table outbox add constraint outbox_body_html_length check (length(body_html) <= 1000000);

-- Given by the form, as for posts.
alter table actions add column request_key text check (length(request_key) <= 64);
create unique index actions_request_key on actions (request_key);
