-- What stands beside the feed: questions that nobody has answered, the longest waiting
-- first. Most questions are answered, so this is short whatever the community's age.
create index posts_waiting on posts (published_at) where kind = 'question' and comments = 0 and accepted_comment_id is null and closed_at is null and state = 'published';
