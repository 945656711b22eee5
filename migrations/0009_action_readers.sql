-- Whom an action is for, when it is not for everybody: the departments that were
-- chosen and all below them. Beside `actions.audience`, which is what was chosen.
create table action_departments (
  action_id bigint not null references actions (id),
  department_id bigint not null references departments (id),
  primary key (action_id, department_id)
);

-- The verdict stands once the window has closed: how many in each arm reached the
-- outcome, of how many. Null until then, and for outcomes that are no yes or no.
alter table actions add column shown_people integer;
alter table actions add column shown_did integer;
alter table actions add column held_people integer;
alter table actions add column held_did integer;

-- Everything the log says about one action: arms and answers.
create index facts_action on facts (action_id, verb) where action_id is not null;

-- Who may read an action, and from when: the one definition.
-- * Whoever runs the community sees it always, ideas and withdrawn ones included.
-- * Whoever was drawn to be held back sees it when both the action and the window in
--   which its outcome is measured are over. Before that they would spoil the
--   comparison.
-- * Everybody else it is for sees it from the opening. People who came later or
--   belong to the community team were not drawn; they see it and count nowhere.
-- `asked` is 1 for whoever may answer: never for those held back.
create view readable_actions as
  select p.id as person_id, a.id as action_id,
    case
      when p.role in ('manager', 'administrator') then cast(0 as bigint)
      when r.arm = 2 and a.closes_at < a.opens_at + a.window_days * cast(86400000000 as bigint)
        then a.opens_at + a.window_days * cast(86400000000 as bigint)
      when r.arm = 2 then a.closes_at
      else a.opens_at
    end as seen_from,
    cast(case
      when r.arm = 1 then 1
      when r.arm is null and (a.audience = '' or exists (select 1 from action_departments d
        where d.action_id = a.id and d.department_id = p.department_id)) then 1
      else 0
    end as bigint) as asked
  from actions a
  join people p on p.state = 'active'
  left join action_arms r on r.action_id = a.id and r.person_id = p.id
  where p.role in ('manager', 'administrator')
    or (a.state in ('open', 'closed') and (r.arm is not null or a.audience = ''
      or exists (select 1 from action_departments d
        where d.action_id = a.id and d.department_id = p.department_id)));
