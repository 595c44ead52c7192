-- Version 9: an index of words, for whoever searches.

-- The number of a text read grows with each that is kept, and is never given
-- again, so that an index can tell which are new. SUM stands before the text,
-- which may be long.
create table reading_numbered (
    id          integer primary key autoincrement,
    digest      text not null unique references snapshot (digest),
    reader      text not null, -- the version that read it
    sum         text not null default '', -- SHA-256 of the text read, '' where an older program read it
    size        integer not null, -- of the text in bytes, uncompressed
    body        blob not null,    -- the text, compressed with zstd
    rest_size   integer not null,
    rest        blob not null,    -- everything else as JSON, compressed with zstd
    case_number text not null default '', -- as the court stamped it on the paper; '' where no stamp tells
    document    text not null default ''  -- likewise
) strict;

insert into reading_numbered (digest, reader, sum, size, body, rest_size, rest, case_number, document)
select digest, reader, sum, size, body, rest_size, rest, case_number, document from reading order by digest;

drop table reading;

alter table reading_numbered rename to reading;

-- Which source has the bytes that words were found in.
create index capture_snapshot on capture (snapshot) where snapshot is not null;

-- The index is worked out from the rest, and only when somebody searches. It
-- may be deleted at any time.

-- How far it goes, for each kind of text: claims, quotes and sources.
create table search_mark (
    kind     text not null primary key,
    version  integer not null, -- of the way in which texts are split into words
    through  integer not null  -- number of the last event, or text read, that was looked at
) strict;

-- Some documents that were indexed together, each by its place from 0.
create table search_segment (
    id        integer primary key autoincrement,
    kind      text not null,
    documents integer not null,
    words     integer not null, -- in all of them
    numbers   blob not null,    -- of the documents, see claims/search
    lengths   blob not null     -- of the documents, a byte each
) strict;

create index search_segment_kind on search_segment (kind);

-- Which documents of a segment have a word.
create table search_posting (
    segment   integer not null references search_segment (id) on delete cascade,
    term      text not null,
    documents integer not null,
    places    blob not null,
    primary key (segment, term)
) strict, without rowid;
