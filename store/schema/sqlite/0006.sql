-- Version 6: what was asked about claims, and of whom: queries to authors, and
-- requests for comment. And what rules want to know of claims and papers.

create table query (
    id          text not null primary key,
    claim       text not null references claim (id),
    number      integer not null check (number > 0),
    question    text not null,
    put_to      text not null,
    put_by      text not null,
    put_at      text not null,
    answer      text not null, -- '' while it is open
    answered_by text not null,
    answered_at text not null,
    unique (claim, number)
) strict;

-- What is owed to somebody of whom a claim is critical.
create table reply (
    id           text not null primary key,
    claim        text not null references claim (id),
    put_to       text not null,
    via          text not null,
    contacted_at text not null, -- '' while nobody has asked them
    deadline     text not null,
    response     text not null,
    responded_at text not null,
    words        text not null, -- the claim's, as they were put to them
    folded       text not null,
    logged_by    text not null,
    logged_at    text not null
) strict;

create index reply_claim on reply (claim);

-- 1 where the claim rests on somebody whom the copy does not name.
alter table claim add column anonymous integer not null default 0;
update claim
set anonymous = coalesce((
    select a.value ->> 'anonymous'
    from json_each(claim.attributions) a
    where coalesce(a.value ->> 'beside', 0) = 0
    order by a.key
    limit 1
), 0);

-- As the court stamped it on the paper; '' where no stamp tells. What an older
-- program read is read again when somebody asks for it.
alter table reading add column case_number text not null default '';
alter table reading add column document text not null default '';
update reading set reader = '';
