-- claim_view: one row for each claim, cut ones included, with its verdict.
--
-- article_id: the article
-- article: the article's slug
-- author: the article's byline
-- claim_id: UUIDv7
-- number: from 1, given per article
-- code: the number as spreadsheets leave it alone, such as C-0012
-- text: the words
-- prefix: up to 32 characters before it, in the draft that carried it last
-- suffix: up to 32 characters after it there
-- label: the confidence label; '' where undecided
-- label_by: who set the label; '' where the machine did
-- place: headline, dek, body, caption or pull quote
-- priority: high, normal or low
-- cut: 1 where the current draft no longer carries the claim
-- speaker: who the copy says it comes from
-- verdict: the verdict in force; '' where there is none or it is void
-- last_verdict: the newest verdict, void or not; '' where there is none, and then the columns below are empty
-- verdict_to: the words that it proposes, of a change
-- change_met: 1 where it is a change and the claim carries the words proposed
-- verdict_note: the reason given
-- signed_by: who gave it
-- signed_at: when
-- void: why it no longer holds; '' while it does
create view claim_view as
select
    c.article as article_id,
    a.slug as article,
    a.author,
    c.id as claim_id,
    c.number,
    'C-' || case when c.number < 10 then '000' when c.number < 100 then '00' when c.number < 1000 then '0' else '' end
        || cast(c.number as text) as code,
    c.text,
    c.prefix,
    c.suffix,
    c.label,
    c.label_by,
    c.place,
    c.priority,
    c.cut,
    c.speaker,
    case when s.void = '' then s.verdict else '' end as verdict,
    coalesce(s.verdict, '') as last_verdict,
    coalesce(s.verdict_to, '') as verdict_to,
    coalesce(s.change_met, 0) as change_met,
    coalesce(s.note, '') as verdict_note,
    coalesce(s.signed_by, '') as signed_by,
    coalesce(s.signed_at, '') as signed_at,
    coalesce(s.void, '') as void
from claim c
join article a on a.id = c.article
left join newest_signoff s on s.claim_id = c.id;
