-- Version 4: what finds a passage again when its text is another: the words
-- themselves, up to 32 characters on either side of them, and their position.

-- Around the claim in the draft that carried it last.
alter table claim add column prefix text not null default '';
alter table claim add column suffix text not null default '';

-- The words of the source where the quote stands, what is around them, and
-- where they begin in characters; folded as sign-offs are bound to words.
alter table match add column exact text not null default '';
alter table match add column prefix text not null default '';
alter table match add column suffix text not null default '';
alter table match add column characters integer not null default 0;
alter table match add column folded text not null default '';

-- The words of the source that a sign-off relied on; '' where none were found.
alter table pin add column passage text not null default '';
alter table pin add column folded text not null default '';

-- SHA-256 of the text read, so that bytes which read alike count as the same;
-- '' where an older program read it.
alter table reading add column sum text not null default '';

-- What the checks read of a claim when they last ran, and where it began then.
create table checked (
    claim text not null primary key references claim (id),
    basis text not null,
    start integer not null
) strict;
