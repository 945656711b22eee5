-- Every text column has a length that it cannot pass; a form that is sent twice sets
-- out one action.

-- SQLite adds a check only with a column: a new one takes the place of the old.
alter table posts add column body_html_new text not null default '' check (length(body_html_new) <= 8000000);
update posts set body_html_new = body_html;
alter table posts drop column body_html;
alter table posts rename column body_html_new to body_html;
alter table comments add column body_html_new text not null default '' check (length(body_html_new) <= 8000000);
update comments set body_html_new = body_html;
alter table comments drop column body_html;
alter table comments rename column body_html_new to body_html;
alter table action_answers add column body_html_new text not null default '' check (length(body_html_new) <= 8000000);
update action_answers set body_html_new = body_html;
alter table action_answers drop column body_html;
alter table action_answers rename column body_html_new to body_html;
alter table outbox add column body_text_new text not null default '' check (length(body_text_new) <= 1000000);
update outbox set body_text_new = body_text;
alter table outbox drop column body_text;
alter table outbox rename column body_text_new to body_text;
alter table outbox add column body_html_new text not null default '' check (length(body_html_new) <= 1000000);
update outbox set body_html_new = body_html;
alter table outbox drop column body_html;
alter table outbox rename column body_html_new to body_html;

-- Given by the form, as for posts.
alter table actions add column request_key text check (length(request_key) <= 64);
create unique index actions_request_key on actions (request_key);
