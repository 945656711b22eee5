-- Finds the fact that a retraction takes back.
create index facts_object on facts (object_id, verb);
