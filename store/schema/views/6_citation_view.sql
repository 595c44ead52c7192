-- citation_view: one row for each citation, with its source and, where the
-- source's newest snapshot was searched for the quote, what was found.
--
-- citation_id: UUIDv7
-- article_id: the claim's article
-- article: the article's slug
-- claim_id: the claim
-- number: the claim's number
-- cut: 1 where the current draft no longer carries the claim
-- source_id: the source
-- kind: the source's kind
-- address: the source's address; '' where it is held elsewhere
-- stance: offered, supports, disputes or context
-- grade: primary, secondary or ''
-- quote: the words relied on
-- page: where they are said to stand
-- page_end: the last page of a range
-- paragraph: a numbered paragraph
-- time: a time in a recording
-- note: what else the footnote says
-- origin: what made the citation, such as footnote 3
-- made_by: who made it by hand or set its stance
-- snapshot: digest of the source's newest bytes; '' where none were ever got
-- class: how the quote stands in them; '' where that was not looked for
-- exact: the words of the source where it stands, or nearly; '' where it doesn't
-- prefix: up to 32 characters before them
-- suffix: up to 32 characters after them
-- characters: how many characters, Unicode code points, stand before them in the text
-- match_page: the page on which it stands
-- wrong_page: 1 where that is another page than the locator names
-- source: the source's number as people see it, such as S-0007
-- title: of the source
-- held: what the draft says of a source that is held elsewhere
-- state: how the newest attempt to capture the source ended; '' where none was made
-- attempted_at: when that was
-- taken_at: when the source's newest bytes were got
-- case_number: of a court paper, as its stamp says; '' where no stamp tells
-- document: its number on the docket, as its stamp says; '' likewise
create view citation_view as
select
    t.id as citation_id,
    c.article as article_id,
    a.slug as article,
    c.id as claim_id,
    c.number,
    c.cut,
    s.id as source_id,
    s.kind,
    s.address,
    t.stance,
    t.grade,
    t.quote,
    t.page,
    t.page_end,
    t.paragraph,
    t.time,
    t.note,
    t.origin,
    t.made_by,
    n.snapshot,
    coalesce(m.class, '') as class,
    coalesce(m.exact, '') as exact,
    coalesce(m.prefix, '') as prefix,
    coalesce(m.suffix, '') as suffix,
    coalesce(m.characters, 0) as characters,
    coalesce(m.page, '') as match_page,
    coalesce(m.wrong_page, 0) as wrong_page,
    'S-' || case when s.number < 10 then '000' when s.number < 100 then '00' when s.number < 1000 then '0' else '' end
        || cast(s.number as text) as source,
    s.title,
    s.held,
    coalesce(l.state, '') as state,
    coalesce(l.at, '') as attempted_at,
    n.taken_at,
    coalesce(r.case_number, '') as case_number,
    coalesce(r.document, '') as document
from citation t
join claim c on c.id = t.claim
join article a on a.id = c.article
join source s on s.id = t.source
join newest_snapshot n on n.source_id = s.id
left join match m on m.citation = t.id and m.snapshot = n.snapshot
left join reading r on r.digest = n.snapshot
left join capture l on l.id = (
    select k.id from capture k where k.source = s.id and k.via <> 'archived' order by k.at desc, k.id desc limit 1
);
