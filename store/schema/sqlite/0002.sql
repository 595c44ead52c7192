-- Version 2: how bytes were got, the HTTP exchanges behind them, which files a
-- draft may name, and a checksum of what is stored.

-- The folder that a file must lie in, because only a draft names it.
alter table source add column within text not null default '';

-- '' from the source's own address, else attached or archived.
alter table capture add column via text not null default '';
-- When the archive got the bytes, of a memento.
alter table capture add column memento_at text not null default '';

-- What was asked and answered in a capture, redirects first. It is in the
-- history as part of its capture.
create table exchange (
    capture  text not null references capture (id),
    position integer not null,
    url      text not null,
    peer     text not null,
    protocol text not null,
    status   integer not null,
    request  text not null, -- header fields as a JSON array of names and values
    response text not null,
    primary key (capture, position)
) strict;

-- SHA-256 of the compressed bytes as stored, because a damaged byte of them
-- need not change what they unpack to; '' where an older program stored them.
alter table snapshot_bytes add column sum text not null default '';
