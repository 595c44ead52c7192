-- Version 3: which claims a draft or a person made of one, and of which one was
-- made.

-- A claim that is part of another. It is never changed.
create table part (
    claim        text not null references claim (id),
    number       integer not null,
    whole        text not null references claim (id),
    whole_number integer not null,
    bond         text not null, -- split off or merged into
    draft        text not null, -- digest of the draft that did it, or in which a person did
    at           text not null,
    primary key (claim, whole, draft, bond)
) strict;

-- Who split or merged the claim; '' where the machine drew its spans.
alter table claim add column spans_by text not null default '';

create index part_whole on part (whole);
