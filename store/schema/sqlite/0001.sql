-- The tables of a ledger, version 1. Identifiers are UUIDv7s made by the
-- program, digests are SHA-256 in hexadecimal, times are RFC 3339 in UTC to the
-- millisecond, truth values are 0 and 1, columns of lists are JSON arrays.
-- Columns that point to another row are null where they point to none; every
-- other column always has a value, which may be ''.

-- What people and imports wrote: every row of these tables can be made again
-- from history, and snapshot_bytes.

create table snapshot (
    digest     text not null primary key,
    media_type text not null,
    size       integer not null check (size >= 0), -- in bytes, uncompressed
    at         text not null
) strict;

-- Captured bytes, compressed with zstd. They are not in the history: their
-- name proves them.
create table snapshot_bytes (
    digest text not null primary key references snapshot (digest),
    bytes  blob not null
) strict;

create table source (
    id        text not null primary key,
    number    integer not null unique check (number > 0),
    alias     text not null,
    address   text not null,
    held      text not null,
    kind      text not null,
    kind_set  integer not null,
    title     text not null,
    publisher text not null,
    author    text not null,
    date      text not null,
    note      text not null
) strict;

create unique index source_alias on source (alias) where alias <> '';
create unique index source_address on source (address) where address <> '';

create table capture (
    id         text not null primary key,
    source     text not null references source (id),
    at         text not null,
    state      text not null,
    reason     text not null,
    final_url  text not null,
    status     integer not null,
    media_type text not null,
    snapshot   text references snapshot (digest)
) strict;

create index capture_source on capture (source, at, id, snapshot);

create table article (
    id     text not null primary key,
    slug   text not null unique check (slug <> ''),
    title  text not null,
    author text not null,
    draft  text,
    -- At the end of the change, for an article and its first draft point to
    -- each other.
    foreign key (id, draft) references draft (article, digest) deferrable initially deferred
) strict;

create table draft (
    article    text not null references article (id),
    digest     text not null,
    file       text not null,
    media_type text not null,
    at         text not null,
    unit       text not null,
    segments   text not null,
    remarks    text not null,
    text       text not null,
    primary key (article, digest)
) strict;

create table claim (
    id           text not null primary key,
    article      text not null references article (id),
    number       integer not null check (number > 0),
    text         text not null,
    folded       text not null, -- the words that a sign-off is bound to
    spans        text not null,
    place        text not null,
    label        text not null,
    label_by     text not null,
    priority     text not null,
    reasons      text not null,
    cut          integer not null,
    speaker      text not null, -- of the first attribution
    attributions text not null,
    remarks      text not null,
    made_by      text not null,
    unique (article, number)
) strict;

create table citation (
    id        text not null primary key,
    claim     text not null references claim (id),
    source    text not null references source (id),
    stance    text not null,
    grade     text not null,
    quote     text not null,
    page      text not null,
    page_end  text not null,
    paragraph text not null,
    time      text not null,
    note      text not null,
    origin    text not null,
    made_by   text not null
) strict;

create index citation_claim on citation (claim, source);
create index citation_source on citation (source);

create table signoff (
    id              text not null primary key,
    claim           text not null references claim (id),
    verdict         text not null,
    proposed        text not null, -- the words proposed, of a change
    note            text not null,
    signed_by       text not null,
    at              text not null,
    words           text not null,
    folded          text not null, -- words, as a sign-off is bound to them
    proposed_folded text not null
) strict;

create index signoff_claim on signoff (claim, at, id);

-- What a sign-off relied on, one row for each citation as it was signed. The
-- citation may be gone by now.
create table pin (
    signoff   text not null references signoff (id),
    position  integer not null,
    citation  text not null,
    source    text not null references source (id),
    stance    text not null,
    quote     text not null,
    page      text not null,
    page_end  text not null,
    paragraph text not null,
    time      text not null,
    snapshot  text references snapshot (digest),
    primary key (signoff, position)
) strict;

-- One event for each row that a change wrote, or removed: then row is null.
create table history (
    seq       integer not null primary key check (seq > 0),
    change_id text not null,
    at        text not null,
    by        text not null,
    what      text not null,
    article   text not null,
    tbl       text not null,
    key       text not null,
    row       text -- canonical JSON (RFC 8785)
) strict;

create index history_article on history (article, seq);

-- What machines worked out from the rest. None of it is in the history: it can
-- be made again.

create table reading (
    digest    text not null primary key references snapshot (digest),
    reader    text not null, -- the version that read it
    size      integer not null, -- of the text in bytes, uncompressed
    body      blob not null,    -- the text, compressed with zstd
    rest_size integer not null,
    rest      blob not null     -- everything else as JSON, compressed with zstd
) strict;

-- What the checks read of an article when they last ran.
create table verification (
    article text not null primary key references article (id),
    basis   text not null
) strict;

create table match (
    citation   text not null primary key references citation (id) on delete cascade,
    snapshot   text not null,
    class      text not null,
    span_start integer not null,
    span_end   integer not null,
    page       text not null,
    wrong_page integer not null,
    difference text not null
) strict;

create table finding (
    article     text not null references article (id),
    position    integer not null,
    claim       text references claim (id),
    citation    text references citation (id) on delete cascade,
    check_id    text not null,
    severity    text not null,
    outcome     text not null,
    message     text not null,
    fingerprint text not null,
    spans       text not null,
    snapshot    text not null,
    evidence    text not null,
    primary key (article, position)
) strict;

create index finding_claim on finding (claim);
create index finding_citation on finding (citation);
