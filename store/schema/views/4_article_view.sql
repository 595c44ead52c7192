-- article_view: one row for each article.
--
-- article_id: UUIDv7
-- article: the slug
-- title: of the article
-- author: the byline
-- draft: digest of the current draft; '' where there is none
-- file: the current draft's file, as it was named when imported
-- imported_at: when the current draft was imported
-- claims: how many claims the current draft carries
-- cut: how many claims were cut
create view article_view as
select
    a.id as article_id,
    a.slug as article,
    a.title,
    a.author,
    coalesce(a.draft, '') as draft,
    coalesce(d.file, '') as file,
    coalesce(d.at, '') as imported_at,
    (select count(*) from claim c where c.article = a.id and c.cut = 0) as claims,
    (select count(*) from claim c where c.article = a.id and c.cut = 1) as cut
from article a
left join draft d on d.article = a.id and d.digest = a.draft;
