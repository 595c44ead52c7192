-- Version 3: which claims a draft made of one, and of which it made one.

-- A claim that is part of another. It is never changed.
create table part (
    claim        text not null references claim (id),
    number       integer not null,
    whole        text not null references claim (id),
    whole_number integer not null,
    bond         text not null, -- split off or merged into
    draft        text not null, -- digest of the draft that did it
    at           text not null,
    primary key (claim, draft)
) strict;

create index part_whole on part (whole);
