-- A ledger that the last program of ledger version 5 wrote, as sqlite3's .dump says it,
-- with what that program printed of it in the .json files beside. Two articles, the
-- sign-offs of which hold, are void by an edit, and are void by a source that changed;
-- a claim split by hand, and one labelled.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE snapshot (
    digest     text not null primary key,
    media_type text not null,
    size       integer not null check (size >= 0), -- in bytes, uncompressed
    at         text not null
) strict;
INSERT INTO snapshot VALUES('7d5f34f5908f9eb325ee272c73b8a3098bfa117f470ca1762cc96ba546b0ba46','text/markdown',589,'2026-11-30T02:36:28.543Z');
INSERT INTO snapshot VALUES('1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0','text/plain',184,'2026-11-30T02:36:28.554Z');
INSERT INTO snapshot VALUES('41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','text/html',246,'2026-11-30T02:36:28.554Z');
INSERT INTO snapshot VALUES('7d44ed3c765527f4f083c61e68d1750b95ddfc81fed87fa670c924d3c110c0af','text/markdown',105,'2026-11-30T02:36:28.582Z');
INSERT INTO snapshot VALUES('ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac','text/plain',39,'2026-11-30T02:36:28.591Z');
INSERT INTO snapshot VALUES('84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2','text/markdown',105,'2026-11-30T02:36:35.207Z');
INSERT INTO snapshot VALUES('b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552','text/plain',54,'2026-11-30T02:36:35.238Z');
INSERT INTO snapshot VALUES('4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43','text/markdown',589,'2026-11-30T02:36:35.262Z');
CREATE TABLE snapshot_bytes (
    digest text not null primary key references snapshot (digest),
    bytes  blob not null
, sum text not null default '') strict;
INSERT INTO snapshot_bytes VALUES('7d5f34f5908f9eb325ee272c73b8a3098bfa117f470ca1762cc96ba546b0ba46',X'28b52ffd44004d015d0b00c29a4e2f80270d00cff33c2fc23fa0c9bb3d91be57dbbf4cd427b2fdcb4ef31502d822ce8db5d8249aa47b62e1655f172710010a61492ce76448d9b0095f144738dba1f40773368eac361938278297dac0d96d71c639781a8540701835e24cea4871d95353e98cb33c8d4220de0b5a49487bdb1947f1344a29d9c8eef0a5b65ce76d08b9db42cec1d3280c99efed909d69b7e90f5cc73b46e889c48228be529911ba4b654e024af13694aceb2e80c4b6c0712d1a383c202bdf3edf1ba3f7a5e8782a60e0f070c53160b2b77276a314b5be332a53091b4fe6d8747c9fc29de56994a5e8debc8e67d4475c7bcbd0db2a632a7d8080b75be8bdb8a3781aa54d0bc9b8c3f7d67376038f3c70b53df0b65fd9d2b10a8052499228c6744a70e44d38c31bf584ca31e6e3d9b49d61b7df18f5736129339e91c29964adad922409100075d6b0d06fd4e6b170b716d5226764bbae681bfc43f83c6cdea9e3d566405457dfd3669a2102a26221faa8ccabadeec9','093e9e33800a4776607f7a5157c006558e9658a81cbb87cc01387cde93bcd492');
INSERT INTO snapshot_bytes VALUES('1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0',X'28b52ffd0400c10500506f7274206f6620536b617273756e642c206e6f7469636520746f20726f61642075736572732e0a0a5468652062726964676520776173206f70656e6564206f6e204d6f6e64617920627920746865206d61796f722e20497420636172726965732074776f206c616e6573206f6620747261666669632c20616e642061207061746820666f722074686f7365206f6e20666f6f742e20576f726b2068616420626567756e206e696e65207965617273206265666f72652e0ae49b1892','cd6d4a397e420d613968e44b979ab0244d0bbaca53999af3199caa9007706c5d');
INSERT INTO snapshot_bytes VALUES('41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40',X'28b52ffd040055050032cb2323a08704cc0040344c408934c4fb99bc04667a22bd4f8aef746d4c015179493cb3182498046ac731906dbf58d80a3ce1c08b85e65060be7dbe77d2775ca93d0d149a433b8ec149f9ba3be62dab33bb185bcb0300de6ed55dd2e7012e4e3a691fb3795bf2795b252f7c6a016a874088227a88e320a74ddebceda97d65efb21198458092f5ea83d8d2fa6c09ad160d270800442300d0bb6f10988a1b9ca2e96c412049b11c64505083a3dd1f','2312776bd199fce8bf6f2955ec8fc6570405d0d09e508e0c493834394d286f88');
INSERT INTO snapshot_bytes VALUES('7d44ed3c765527f4f083c61e68d1750b95ddfc81fed87fa670c924d3c110c0af',X'28b52ffd04007d0200d204111790b10a9152175a6cdbe68ea203172a06ca142269de042559ca1bd00681ee443a0a659ac8ba2e0c67db9875bd8ba7a3907910beb79ead6b1a9f1960dee31dd57d13e34102040bb91534330c04b93f9c','f5178ac498fb1d3e1403f8ff7eae89b01b4ac93aec617db6da07cc7447284221');
INSERT INTO snapshot_bytes VALUES('ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac',X'28b52ffd0400390100546865206665727279207361696c6564206174206e6f6f6e207769746820343020636172732e0a324f92d4','e7966ed34bcebb9f9073c6c5a1f4f4429c479aad4855648d7fad0ddc1572fa8e');
INSERT INTO snapshot_bytes VALUES('84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2',X'28b52ffd0400750200d2c41016a0570119690901b66d739f123b0c76ac7960af4eaf1059ca1b69634077211d85324d645d3fc1d936665defe1e928641e84efad67eb9ac66726cc5bbca3baef411c0802040bb91534330c11e88da1','4777b6cd7cda5601e43f6a9ef7749336cb577f2226070708d976b4729af10d91');
INSERT INTO snapshot_bytes VALUES('b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552',X'28b52ffd0400b10100546865206665727279206c656674206174206e6f6f6e207769746820343020636172732c207361696420697473206d61737465722e0a68cca1b0','3b569e030d5cf1d8c9340c2630f50c2e22df4922835b016c1f47acb623f1d260');
INSERT INTO snapshot_bytes VALUES('4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43',X'28b52ffd44004d014d0b00b25a4e2f70870d0000000000cc03001040d2fccbaed76e2ff6f6fca45d8e9ab09256b30fac0f107d18c98600984fb879613001ea804130e76c48b9b00867124f38dba1f408733a9eac361138a78197bac0d98df185a3781a757018f5e14cea6871d95353e90b87791a7538bc13f49290f6b62f9cc4d328b56423bbc397da729db721e46e0b398aa7591e99efed909d69b7e9115cc73b46e8088422497ca532237497ca9c0294e26d2859d71d0089ed80e3622c60684856be7dbe3746ef4b11f244a080a1e18b7b60b2b77276a314b5be332a53091d4f06d9847c5fc21de66996a5e8debc9067d44f5c7bcbd0db2a632afd20c0db2df466dc493ccdd226856cdce17beb39db814f22b8da1678dbaf6c095965a094a2288a319d0e1c7911bee08d7a42e51833f26cdafed8ed3746fd5458ca8d6794f045b2d6568aa2040f00757658515bc7c2855b548b9c91edbaa26df00fe1f3b079a78e579b01515d7d4f9b698608888a85e8a332037ee9a64a','c99592bf16fed064d33af3406f3ac1520eb61dcc582a01a50961c7f614012aaa');
CREATE TABLE source (
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
, within text not null default '') strict;
INSERT INTO source VALUES('01a22a4f-9603-71d6-b41e-d9136a4a1df3',1,'','notice.txt','','',0,'','','','','','.');
INSERT INTO source VALUES('01a22a4f-9603-723f-bc39-f91d29e8f799',2,'','minutes.html','','',0,'Minutes of the port board','','','','','.');
INSERT INTO source VALUES('01a22a4f-9603-73e6-8e58-64a6dbda3aa1',3,'','','Interview with Per Lund, ferry master, 12 November 2026','interview',1,'','','Per','12 November 2026','','');
INSERT INTO source VALUES('01a22a4f-9628-7a8d-af63-9f4abcf76581',4,'','log.txt','','',0,'','','','','','.');
CREATE TABLE capture (
    id         text not null primary key,
    source     text not null references source (id),
    at         text not null,
    state      text not null,
    reason     text not null,
    final_url  text not null,
    status     integer not null,
    media_type text not null,
    snapshot   text references snapshot (digest)
, via text not null default '', memento_at text not null default '') strict;
INSERT INTO capture VALUES('01a22a4f-960a-740a-affb-d3471e834f4d','01a22a4f-9603-71d6-b41e-d9136a4a1df3','2026-11-30T02:36:28.554Z','captured','','',0,'text/plain','1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0','','');
INSERT INTO capture VALUES('01a22a4f-960a-7867-85a3-12e5634193b2','01a22a4f-9603-723f-bc39-f91d29e8f799','2026-11-30T02:36:28.554Z','captured','','',0,'text/html','41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','','');
INSERT INTO capture VALUES('01a22a4f-962f-709c-9185-22100918d4e3','01a22a4f-9628-7a8d-af63-9f4abcf76581','2026-11-30T02:36:28.591Z','captured','','',0,'text/plain','ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac','','');
INSERT INTO capture VALUES('01a22a4f-b026-736e-8816-35a462641fd1','01a22a4f-9628-7a8d-af63-9f4abcf76581','2026-11-30T02:36:35.238Z','soft change','ferry#2 relies on words that no longer stand there: "sailed at noon"','',0,'text/plain','b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552','','');
CREATE TABLE article (
    id     text not null primary key,
    slug   text not null unique check (slug <> ''),
    title  text not null,
    author text not null,
    draft  text,
    -- At the end of the change, for an article and its first draft point to
    -- each other.
    foreign key (id, draft) references draft (article, digest) deferrable initially deferred
) strict;
INSERT INTO article VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec','bridge','The bridge that took nine years','Nora Quill','4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43');
INSERT INTO article VALUES('01a22a4f-9628-74b1-8893-aba42e931ed2','ferry','The last ferry','','84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2');
CREATE TABLE draft (
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
INSERT INTO draft VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec','7d5f34f5908f9eb325ee272c73b8a3098bfa117f470ca1762cc96ba546b0ba46','bridge.md','text/markdown','2026-11-30T02:36:28.543Z','line','[{"start":0,"line":6,"column":3},{"start":33,"line":8,"column":1},{"start":93,"line":8,"column":65},{"start":135,"line":8,"column":111},{"start":256,"line":10,"column":1},{"start":306,"line":10,"column":55}]','[]',replace('The bridge that took nine years\n\nThe bridge opened on Monday, nine years after it was begun. It cost 48 million crowns, the port said. Two people familiar with the matter said that it leaks. “We paid what we owed,” said Ida Holm, the port''s director.\n\nFerries carried 1,200 cars a day until last week. The contractor denied that it was late.','\n',char(10)));
INSERT INTO draft VALUES('01a22a4f-9628-74b1-8893-aba42e931ed2','7d44ed3c765527f4f083c61e68d1750b95ddfc81fed87fa670c924d3c110c0af','ferry.md','text/markdown','2026-11-30T02:36:28.582Z','line','[{"start":0,"line":1,"column":3},{"start":16,"line":3,"column":1},{"start":47,"line":3,"column":36}]','[]',replace('The last ferry\n\nThe last ferry sailed at noon. It carried 40 cars.','\n',char(10)));
INSERT INTO draft VALUES('01a22a4f-9628-74b1-8893-aba42e931ed2','84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2','ferry.md','text/markdown','2026-11-30T02:36:35.207Z','line','[{"start":0,"line":1,"column":3},{"start":16,"line":3,"column":1},{"start":47,"line":3,"column":36}]','[]',replace('The last ferry\n\nThe last ferry sailed at noon. It carried 41 cars.','\n',char(10)));
INSERT INTO draft VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec','4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43','bridge.md','text/markdown','2026-11-30T02:36:35.262Z','line','[{"start":0,"line":6,"column":3},{"start":33,"line":8,"column":1},{"start":93,"line":8,"column":65},{"start":135,"line":8,"column":111},{"start":256,"line":10,"column":1},{"start":306,"line":10,"column":55}]','[]',replace('The bridge that took nine years\n\nThe bridge opened on Monday, nine years after it was begun. It cost 46 million crowns, the port said. Two people familiar with the matter said that it leaks. “We paid what we owed,” said Ida Holm, the port''s director.\n\nFerries carried 1,300 cars a day until last week. The contractor denied that it was late.','\n',char(10)));
CREATE TABLE claim (
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
    made_by      text not null, spans_by text not null default '', prefix text not null default '', suffix text not null default '', claimant text not null default '', claimant_kind text not null default '', claimant_url text not null default '', claim_date text not null default '', appearance text not null default '', review_url text not null default '', review_date text not null default '', rating_value integer not null default 0, rating_best integer not null default 0, rating_name text not null default '', rated_words text not null default '',
    unique (article, number)
) strict;
INSERT INTO claim VALUES('01a22a4f-9602-7c4f-b1b9-63a3c95eaaf9','01a22a4f-9602-7321-bfdd-8f8d52f781ec',1,'The bridge that took nine years','the bridge that took nine years','[{"start":0,"end":31}]','headline','own voice','','low','[]',0,'','[]','[]','','','',replace('\n\nThe bridge opened on Monday, n','\n',char(10)),'','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9602-7c5c-9f9e-6cb0e25112e5','01a22a4f-9602-7321-bfdd-8f8d52f781ec',2,'The bridge opened on Monday','the bridge opened on Monday','[{"start":33,"end":60}]','body','own voice','','low','[]',0,'','[]','[]','','Kit Moss',replace('he bridge that took nine years\n\n','\n',char(10)),', nine years after it was begun.','','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9603-720d-9819-4d5a05f10008','01a22a4f-9602-7321-bfdd-8f8d52f781ec',3,'It cost 46 million crowns, the port said.','it cost 46 million crowns, the port said.','[{"start":93,"end":134}]','body','reported','','high','["is about money","gives a number","rests on one source"]',0,'the port','[{"label":"reported","anonymous":false,"hedged":false,"denied":false,"kind":"unnamed","speaker":{"text":"the port","start":120,"end":128},"cue":{"text":"said","start":129,"end":133},"content":{"text":"It cost 46 million crowns","start":93,"end":118}}]','[]','','',' nine years after it was begun. ',' Two people familiar with the ma','','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9603-724b-a8d2-36d093fcbd51','01a22a4f-9602-7321-bfdd-8f8d52f781ec',4,'Two people familiar with the matter said that it leaks.','two people familiar with the matter said that it leaks.','[{"start":135,"end":190}]','body','announced','Kit Moss','high','["rests on nobody named","rests on one source"]',0,'Two people familiar with the matter','[{"label":"reported","anonymous":true,"hedged":false,"denied":false,"kind":"unnamed","speaker":{"text":"Two people familiar with the matter","start":135,"end":170},"cue":{"text":"said","start":171,"end":175},"content":{"text":"that it leaks","start":176,"end":189}}]','[]','','',' million crowns, the port said. ',' “We paid what we owed,” said Id','','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9603-724f-a9bc-10518724fbf4','01a22a4f-9602-7321-bfdd-8f8d52f781ec',5,'“We paid what we owed,” said Ida Holm, the port''s director.','"we paid what we owed," said Ida Holm, the port''s director.','[{"start":191,"end":254}]','body','reported','','normal','["quotes somebody","rests on one source"]',0,'Ida Holm, the port''s director','[{"label":"reported","anonymous":false,"hedged":false,"denied":false,"kind":"named","speaker":{"text":"Ida Holm, the port''s director","start":224,"end":253},"cue":{"text":"said","start":219,"end":223},"content":{"text":"“We paid what we owed,”","start":191,"end":218}}]','[]','','',' the matter said that it leaks. ',replace('\n\nFerries carried 1,300 cars a d','\n',char(10)),'','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9603-7274-9bf0-58a46e0af5e4','01a22a4f-9602-7321-bfdd-8f8d52f781ec',6,'Ferries carried 1,300 cars a day until last week.','ferries carried 1,300 cars a day until last week.','[{"start":256,"end":305}]','body','own voice','','normal','["has a superlative","gives a number"]',0,'','[]','[]','','',replace('Ida Holm, the port''s director.\n\n','\n',char(10)),' The contractor denied that it w','','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9603-73fa-b6f9-6516092d1c4a','01a22a4f-9602-7321-bfdd-8f8d52f781ec',7,'The contractor denied that it was late.','the contractor denied that it was late.','[{"start":306,"end":345}]','body','reported','','normal','["rests on one source"]',0,'The contractor','[{"label":"reported","anonymous":false,"hedged":false,"denied":true,"kind":"unnamed","speaker":{"text":"The contractor","start":306,"end":320},"cue":{"text":"denied","start":321,"end":327},"content":{"text":"that it was late","start":328,"end":344}}]','[]','','','300 cars a day until last week. ','','','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9628-7562-86dc-32b65c853bac','01a22a4f-9628-74b1-8893-aba42e931ed2',1,'The last ferry','the last ferry','[{"start":0,"end":14}]','headline','own voice','','normal','["has a superlative"]',0,'','[]','[]','','','',replace('\n\nThe last ferry sailed at noon.','\n',char(10)),'','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9628-756d-9d9e-b0b1ecb66e27','01a22a4f-9628-74b1-8893-aba42e931ed2',2,'The last ferry sailed at noon.','the last ferry sailed at noon.','[{"start":16,"end":46}]','body','own voice','','normal','["has a superlative"]',0,'','[]','[]','','',replace('The last ferry\n\n','\n',char(10)),' It carried 41 cars.','','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-9628-7abb-8210-233ee7acd7c7','01a22a4f-9628-74b1-8893-aba42e931ed2',3,'It carried 41 cars.','it carried 41 cars.','[{"start":47,"end":66}]','body','own voice','','normal','["gives a number"]',0,'','[]','[]','','',replace('\nThe last ferry sailed at noon. ','\n',char(10)),'','','','','','','','',0,0,'','');
INSERT INTO claim VALUES('01a22a4f-d82f-7946-ad6c-69cbdc2a6d52','01a22a4f-9602-7321-bfdd-8f8d52f781ec',8,'nine years after it was begun.','nine years after it was begun.','[{"start":62,"end":92}]','body','own voice','','low','[]',0,'','[]','[]','','Kit Moss',replace('s\n\nThe bridge opened on Monday, ','\n',char(10)),' It cost 46 million crowns, the ','','','','','','','',0,0,'','');
CREATE TABLE citation (
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
INSERT INTO citation VALUES('01a22a4f-9603-7207-8952-01c79141913c','01a22a4f-9602-7c5c-9f9e-6cb0e25112e5','01a22a4f-9603-71d6-b41e-d9136a4a1df3','offered','','opened on Monday','','','','','','footnote 1','');
INSERT INTO citation VALUES('01a22a4f-9603-7247-99ab-1edc441840b2','01a22a4f-9603-720d-9819-4d5a05f10008','01a22a4f-9603-723f-bc39-f91d29e8f799','offered','','the bridge has cost 46 million crowns','','','','','','footnote 2','');
INSERT INTO citation VALUES('01a22a4f-9603-726f-8a62-085ac6c53e7e','01a22a4f-9603-724f-a9bc-10518724fbf4','01a22a4f-9603-723f-bc39-f91d29e8f799','offered','','the bridge has cost 46 million crowns','','','','','','footnote 2','');
INSERT INTO citation VALUES('01a22a4f-9603-73f4-a152-4786e75b6a26','01a22a4f-9603-7274-9bf0-58a46e0af5e4','01a22a4f-9603-73e6-8e58-64a6dbda3aa1','offered','','','','','','','','footnote 3','');
INSERT INTO citation VALUES('01a22a4f-9628-7ab6-98ee-0136d34c332b','01a22a4f-9628-756d-9d9e-b0b1ecb66e27','01a22a4f-9628-7a8d-af63-9f4abcf76581','offered','','sailed at noon','','','','','','footnote 1','');
INSERT INTO citation VALUES('01a22a4f-d82f-7959-934d-23349e94f7ce','01a22a4f-d82f-7946-ad6c-69cbdc2a6d52','01a22a4f-9603-71d6-b41e-d9136a4a1df3','offered','','opened on Monday','','','','','','footnote 1','');
CREATE TABLE signoff (
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
INSERT INTO signoff VALUES('01a22a4f-af96-700d-9075-ab1b191deed6','01a22a4f-9602-7c5c-9f9e-6cb0e25112e5','confirmed','','','Kit Moss','2026-11-30T02:36:35.092Z','The bridge opened on Monday, nine years after it was begun.','the bridge opened on Monday, nine years after it was begun.','');
INSERT INTO signoff VALUES('01a22a4f-afa6-7c84-82e1-e70e3fa7856e','01a22a4f-9603-720d-9819-4d5a05f10008','change','It cost 46 million crowns, the port said.','','Kit Moss','2026-11-30T02:36:35.108Z','It cost 48 million crowns, the port said.','it cost 48 million crowns, the port said.','it cost 46 million crowns, the port said.');
INSERT INTO signoff VALUES('01a22a4f-afb5-73ed-891c-b29cf76ca5a3','01a22a4f-9603-724b-a8d2-36d093fcbd51','stet','','Nora knows both.','Dana Whitlock','2026-11-30T02:36:35.122Z','Two people familiar with the matter said that it leaks.','two people familiar with the matter said that it leaks.','');
INSERT INTO signoff VALUES('01a22a4f-afc1-7de4-975e-4ddafcd7f59d','01a22a4f-9603-7274-9bf0-58a46e0af5e4','confirmed','','','Kit Moss','2026-11-30T02:36:35.135Z','Ferries carried 1,200 cars a day until last week.','ferries carried 1,200 cars a day until last week.','');
INSERT INTO signoff VALUES('01a22a4f-afce-77bd-93b1-e04e92d64620','01a22a4f-9603-73fa-b6f9-6516092d1c4a','incorrect','','','Kit Moss','2026-11-30T02:36:35.148Z','The contractor denied that it was late.','the contractor denied that it was late.','');
INSERT INTO signoff VALUES('01a22a4f-afdb-75ee-b1d5-7b1246ecde66','01a22a4f-9628-756d-9d9e-b0b1ecb66e27','confirmed','','','Kit Moss','2026-11-30T02:36:35.162Z','The last ferry sailed at noon.','the last ferry sailed at noon.','');
INSERT INTO signoff VALUES('01a22a4f-afdc-7041-b706-2be3c06a12c0','01a22a4f-9628-7abb-8210-233ee7acd7c7','confirmed','','','Kit Moss','2026-11-30T02:36:35.162Z','It carried 40 cars.','it carried 40 cars.','');
CREATE TABLE pin (
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
    snapshot  text references snapshot (digest), passage text not null default '', folded text not null default '',
    primary key (signoff, position)
) strict;
INSERT INTO pin VALUES('01a22a4f-af96-700d-9075-ab1b191deed6',0,'01a22a4f-9603-7207-8952-01c79141913c','01a22a4f-9603-71d6-b41e-d9136a4a1df3','offered','opened on Monday','','','','','1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0','opened on Monday','opened on Monday');
INSERT INTO pin VALUES('01a22a4f-afa6-7c84-82e1-e70e3fa7856e',0,'01a22a4f-9603-7247-99ab-1edc441840b2','01a22a4f-9603-723f-bc39-f91d29e8f799','offered','the bridge has cost 46 million crowns','','','','','41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','the bridge has cost 46 million crowns','the bridge has cost 46 million crowns');
INSERT INTO pin VALUES('01a22a4f-afc1-7de4-975e-4ddafcd7f59d',0,'01a22a4f-9603-73f4-a152-4786e75b6a26','01a22a4f-9603-73e6-8e58-64a6dbda3aa1','offered','','','','','',NULL,'','');
INSERT INTO pin VALUES('01a22a4f-afdb-75ee-b1d5-7b1246ecde66',0,'01a22a4f-9628-7ab6-98ee-0136d34c332b','01a22a4f-9628-7a8d-af63-9f4abcf76581','offered','sailed at noon','','','','','ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac','sailed at noon','sailed at noon');
CREATE TABLE history (
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
INSERT INTO history VALUES(1,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','','snapshot','7d5f34f5908f9eb325ee272c73b8a3098bfa117f470ca1762cc96ba546b0ba46','{"at":"2026-11-30T02:36:28.543Z","digest":"7d5f34f5908f9eb325ee272c73b8a3098bfa117f470ca1762cc96ba546b0ba46","media_type":"text/markdown","size":589}');
INSERT INTO history VALUES(2,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','','source','01a22a4f-9603-71d6-b41e-d9136a4a1df3','{"address":"notice.txt","id":"01a22a4f-9603-71d6-b41e-d9136a4a1df3","kind_set":false,"number":1,"within":"."}');
INSERT INTO history VALUES(3,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','','source','01a22a4f-9603-723f-bc39-f91d29e8f799','{"address":"minutes.html","id":"01a22a4f-9603-723f-bc39-f91d29e8f799","kind_set":false,"number":2,"within":"."}');
INSERT INTO history VALUES(4,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','','source','01a22a4f-9603-73e6-8e58-64a6dbda3aa1','{"author":"Per","date":"12 November 2026","held":"Interview with Per Lund, ferry master, 12 November 2026","id":"01a22a4f-9603-73e6-8e58-64a6dbda3aa1","kind":"interview","kind_set":true,"number":3}');
INSERT INTO history VALUES(5,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','article','01a22a4f-9602-7321-bfdd-8f8d52f781ec','{"author":"Nora Quill","draft":"7d5f34f5908f9eb325ee272c73b8a3098bfa117f470ca1762cc96ba546b0ba46","id":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","slug":"bridge","title":"The bridge that took nine years"}');
INSERT INTO history VALUES(6,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','draft','7d5f34f5908f9eb325ee272c73b8a3098bfa117f470ca1762cc96ba546b0ba46','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","at":"2026-11-30T02:36:28.543Z","digest":"7d5f34f5908f9eb325ee272c73b8a3098bfa117f470ca1762cc96ba546b0ba46","file":"bridge.md","media_type":"text/markdown","segments":[{"column":3,"line":6,"start":0},{"column":1,"line":8,"start":33},{"column":65,"line":8,"start":93},{"column":111,"line":8,"start":135},{"column":1,"line":10,"start":256},{"column":55,"line":10,"start":306}],"text":"The bridge that took nine years\n\nThe bridge opened on Monday, nine years after it was begun. It cost 48 million crowns, the port said. Two people familiar with the matter said that it leaks. “We paid what we owed,” said Ida Holm, the port''s director.\n\nFerries carried 1,200 cars a day until last week. The contractor denied that it was late.","unit":"line"}');
INSERT INTO history VALUES(7,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9602-7c4f-b1b9-63a3c95eaaf9','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","cut":false,"id":"01a22a4f-9602-7c4f-b1b9-63a3c95eaaf9","label":"own voice","number":1,"place":"headline","priority":"low","spans":[{"end":31,"start":0}],"suffix":"\n\nThe bridge opened on Monday, n","text":"The bridge that took nine years"}');
INSERT INTO history VALUES(8,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9602-7c5c-9f9e-6cb0e25112e5','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","cut":false,"id":"01a22a4f-9602-7c5c-9f9e-6cb0e25112e5","label":"own voice","number":2,"place":"body","prefix":"he bridge that took nine years\n\n","priority":"low","spans":[{"end":92,"start":33}],"suffix":" It cost 48 million crowns, the ","text":"The bridge opened on Monday, nine years after it was begun."}');
INSERT INTO history VALUES(9,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-720d-9819-4d5a05f10008','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","attributions":[{"anonymous":false,"content":{"end":118,"start":93,"text":"It cost 48 million crowns"},"cue":{"end":133,"start":129,"text":"said"},"denied":false,"hedged":false,"kind":"unnamed","label":"reported","speaker":{"end":128,"start":120,"text":"the port"}}],"cut":false,"id":"01a22a4f-9603-720d-9819-4d5a05f10008","label":"reported","number":3,"place":"body","prefix":" nine years after it was begun. ","priority":"high","reasons":["is about money","gives a number","rests on one source"],"spans":[{"end":134,"start":93}],"suffix":" Two people familiar with the ma","text":"It cost 48 million crowns, the port said."}');
INSERT INTO history VALUES(10,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-724b-a8d2-36d093fcbd51','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","attributions":[{"anonymous":true,"content":{"end":189,"start":176,"text":"that it leaks"},"cue":{"end":175,"start":171,"text":"said"},"denied":false,"hedged":false,"kind":"unnamed","label":"reported","speaker":{"end":170,"start":135,"text":"Two people familiar with the matter"}}],"cut":false,"id":"01a22a4f-9603-724b-a8d2-36d093fcbd51","label":"reported","number":4,"place":"body","prefix":" million crowns, the port said. ","priority":"high","reasons":["rests on nobody named","rests on one source"],"spans":[{"end":190,"start":135}],"suffix":" “We paid what we owed,” said Id","text":"Two people familiar with the matter said that it leaks."}');
INSERT INTO history VALUES(11,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-724f-a9bc-10518724fbf4','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","attributions":[{"anonymous":false,"content":{"end":218,"start":191,"text":"“We paid what we owed,”"},"cue":{"end":223,"start":219,"text":"said"},"denied":false,"hedged":false,"kind":"named","label":"reported","speaker":{"end":253,"start":224,"text":"Ida Holm, the port''s director"}}],"cut":false,"id":"01a22a4f-9603-724f-a9bc-10518724fbf4","label":"reported","number":5,"place":"body","prefix":" the matter said that it leaks. ","priority":"normal","reasons":["quotes somebody","rests on one source"],"spans":[{"end":254,"start":191}],"suffix":"\n\nFerries carried 1,200 cars a d","text":"“We paid what we owed,” said Ida Holm, the port''s director."}');
INSERT INTO history VALUES(12,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-7274-9bf0-58a46e0af5e4','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","cut":false,"id":"01a22a4f-9603-7274-9bf0-58a46e0af5e4","label":"own voice","number":6,"place":"body","prefix":"Ida Holm, the port''s director.\n\n","priority":"normal","reasons":["has a superlative","gives a number"],"spans":[{"end":305,"start":256}],"suffix":" The contractor denied that it w","text":"Ferries carried 1,200 cars a day until last week."}');
INSERT INTO history VALUES(13,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-73fa-b6f9-6516092d1c4a','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","attributions":[{"anonymous":false,"content":{"end":344,"start":328,"text":"that it was late"},"cue":{"end":327,"start":321,"text":"denied"},"denied":true,"hedged":false,"kind":"unnamed","label":"reported","speaker":{"end":320,"start":306,"text":"The contractor"}}],"cut":false,"id":"01a22a4f-9603-73fa-b6f9-6516092d1c4a","label":"reported","number":7,"place":"body","prefix":"200 cars a day until last week. ","priority":"normal","reasons":["rests on one source"],"spans":[{"end":345,"start":306}],"text":"The contractor denied that it was late."}');
INSERT INTO history VALUES(14,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','citation','01a22a4f-9603-7207-8952-01c79141913c','{"claim":"01a22a4f-9602-7c5c-9f9e-6cb0e25112e5","id":"01a22a4f-9603-7207-8952-01c79141913c","locator":{},"origin":"footnote 1","quote":"opened on Monday","source":"01a22a4f-9603-71d6-b41e-d9136a4a1df3","stance":"offered"}');
INSERT INTO history VALUES(15,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','citation','01a22a4f-9603-7247-99ab-1edc441840b2','{"claim":"01a22a4f-9603-720d-9819-4d5a05f10008","id":"01a22a4f-9603-7247-99ab-1edc441840b2","locator":{},"origin":"footnote 2","quote":"the bridge has cost 46 million crowns","source":"01a22a4f-9603-723f-bc39-f91d29e8f799","stance":"offered"}');
INSERT INTO history VALUES(16,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','citation','01a22a4f-9603-726f-8a62-085ac6c53e7e','{"claim":"01a22a4f-9603-724f-a9bc-10518724fbf4","id":"01a22a4f-9603-726f-8a62-085ac6c53e7e","locator":{},"origin":"footnote 2","quote":"the bridge has cost 46 million crowns","source":"01a22a4f-9603-723f-bc39-f91d29e8f799","stance":"offered"}');
INSERT INTO history VALUES(17,'01a22a4f-9606-779f-abca-f7d28eb9e752','2026-11-30T02:36:28.543Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','citation','01a22a4f-9603-73f4-a152-4786e75b6a26','{"claim":"01a22a4f-9603-7274-9bf0-58a46e0af5e4","id":"01a22a4f-9603-73f4-a152-4786e75b6a26","locator":{},"origin":"footnote 3","source":"01a22a4f-9603-73e6-8e58-64a6dbda3aa1","stance":"offered"}');
INSERT INTO history VALUES(18,'01a22a4f-9611-70ee-bd1b-f8f5cea53005','2026-11-30T02:36:28.553Z','Kit Moss','capture','','snapshot','1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0','{"at":"2026-11-30T02:36:28.554Z","digest":"1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0","media_type":"text/plain","size":184}');
INSERT INTO history VALUES(19,'01a22a4f-9611-70ee-bd1b-f8f5cea53005','2026-11-30T02:36:28.553Z','Kit Moss','capture','','snapshot','41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','{"at":"2026-11-30T02:36:28.554Z","digest":"41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40","media_type":"text/html","size":246}');
INSERT INTO history VALUES(20,'01a22a4f-9611-70ee-bd1b-f8f5cea53005','2026-11-30T02:36:28.553Z','Kit Moss','capture','','source','01a22a4f-9603-723f-bc39-f91d29e8f799','{"address":"minutes.html","id":"01a22a4f-9603-723f-bc39-f91d29e8f799","kind_set":false,"number":2,"title":"Minutes of the port board","within":"."}');
INSERT INTO history VALUES(21,'01a22a4f-9611-70ee-bd1b-f8f5cea53005','2026-11-30T02:36:28.553Z','Kit Moss','capture','','capture','01a22a4f-960a-740a-affb-d3471e834f4d','{"at":"2026-11-30T02:36:28.554Z","id":"01a22a4f-960a-740a-affb-d3471e834f4d","media_type":"text/plain","snapshot":"1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0","source":"01a22a4f-9603-71d6-b41e-d9136a4a1df3","state":"captured"}');
INSERT INTO history VALUES(22,'01a22a4f-9611-70ee-bd1b-f8f5cea53005','2026-11-30T02:36:28.553Z','Kit Moss','capture','','capture','01a22a4f-960a-7867-85a3-12e5634193b2','{"at":"2026-11-30T02:36:28.554Z","id":"01a22a4f-960a-7867-85a3-12e5634193b2","media_type":"text/html","snapshot":"41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40","source":"01a22a4f-9603-723f-bc39-f91d29e8f799","state":"captured"}');
INSERT INTO history VALUES(23,'01a22a4f-962b-75ca-80da-614e45b72ce0','2026-11-30T02:36:28.582Z','Kit Moss','import','','snapshot','7d44ed3c765527f4f083c61e68d1750b95ddfc81fed87fa670c924d3c110c0af','{"at":"2026-11-30T02:36:28.582Z","digest":"7d44ed3c765527f4f083c61e68d1750b95ddfc81fed87fa670c924d3c110c0af","media_type":"text/markdown","size":105}');
INSERT INTO history VALUES(24,'01a22a4f-962b-75ca-80da-614e45b72ce0','2026-11-30T02:36:28.582Z','Kit Moss','import','','source','01a22a4f-9628-7a8d-af63-9f4abcf76581','{"address":"log.txt","id":"01a22a4f-9628-7a8d-af63-9f4abcf76581","kind_set":false,"number":4,"within":"."}');
INSERT INTO history VALUES(25,'01a22a4f-962b-75ca-80da-614e45b72ce0','2026-11-30T02:36:28.582Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','article','01a22a4f-9628-74b1-8893-aba42e931ed2','{"draft":"7d44ed3c765527f4f083c61e68d1750b95ddfc81fed87fa670c924d3c110c0af","id":"01a22a4f-9628-74b1-8893-aba42e931ed2","slug":"ferry","title":"The last ferry"}');
INSERT INTO history VALUES(26,'01a22a4f-962b-75ca-80da-614e45b72ce0','2026-11-30T02:36:28.582Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','draft','7d44ed3c765527f4f083c61e68d1750b95ddfc81fed87fa670c924d3c110c0af','{"article":"01a22a4f-9628-74b1-8893-aba42e931ed2","at":"2026-11-30T02:36:28.582Z","digest":"7d44ed3c765527f4f083c61e68d1750b95ddfc81fed87fa670c924d3c110c0af","file":"ferry.md","media_type":"text/markdown","segments":[{"column":3,"line":1,"start":0},{"column":1,"line":3,"start":16},{"column":36,"line":3,"start":47}],"text":"The last ferry\n\nThe last ferry sailed at noon. It carried 40 cars.","unit":"line"}');
INSERT INTO history VALUES(27,'01a22a4f-962b-75ca-80da-614e45b72ce0','2026-11-30T02:36:28.582Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','claim','01a22a4f-9628-7562-86dc-32b65c853bac','{"article":"01a22a4f-9628-74b1-8893-aba42e931ed2","cut":false,"id":"01a22a4f-9628-7562-86dc-32b65c853bac","label":"own voice","number":1,"place":"headline","priority":"normal","reasons":["has a superlative"],"spans":[{"end":14,"start":0}],"suffix":"\n\nThe last ferry sailed at noon.","text":"The last ferry"}');
INSERT INTO history VALUES(28,'01a22a4f-962b-75ca-80da-614e45b72ce0','2026-11-30T02:36:28.582Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','claim','01a22a4f-9628-756d-9d9e-b0b1ecb66e27','{"article":"01a22a4f-9628-74b1-8893-aba42e931ed2","cut":false,"id":"01a22a4f-9628-756d-9d9e-b0b1ecb66e27","label":"own voice","number":2,"place":"body","prefix":"The last ferry\n\n","priority":"normal","reasons":["has a superlative"],"spans":[{"end":46,"start":16}],"suffix":" It carried 40 cars.","text":"The last ferry sailed at noon."}');
INSERT INTO history VALUES(29,'01a22a4f-962b-75ca-80da-614e45b72ce0','2026-11-30T02:36:28.582Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','claim','01a22a4f-9628-7abb-8210-233ee7acd7c7','{"article":"01a22a4f-9628-74b1-8893-aba42e931ed2","cut":false,"id":"01a22a4f-9628-7abb-8210-233ee7acd7c7","label":"own voice","number":3,"place":"body","prefix":"\nThe last ferry sailed at noon. ","priority":"normal","reasons":["gives a number"],"spans":[{"end":66,"start":47}],"text":"It carried 40 cars."}');
INSERT INTO history VALUES(30,'01a22a4f-962b-75ca-80da-614e45b72ce0','2026-11-30T02:36:28.582Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','citation','01a22a4f-9628-7ab6-98ee-0136d34c332b','{"claim":"01a22a4f-9628-756d-9d9e-b0b1ecb66e27","id":"01a22a4f-9628-7ab6-98ee-0136d34c332b","locator":{},"origin":"footnote 1","quote":"sailed at noon","source":"01a22a4f-9628-7a8d-af63-9f4abcf76581","stance":"offered"}');
INSERT INTO history VALUES(31,'01a22a4f-962f-731d-a90d-b318273be355','2026-11-30T02:36:28.590Z','Kit Moss','capture','','snapshot','ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac','{"at":"2026-11-30T02:36:28.591Z","digest":"ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac","media_type":"text/plain","size":39}');
INSERT INTO history VALUES(32,'01a22a4f-962f-731d-a90d-b318273be355','2026-11-30T02:36:28.590Z','Kit Moss','capture','','capture','01a22a4f-962f-709c-9185-22100918d4e3','{"at":"2026-11-30T02:36:28.591Z","id":"01a22a4f-962f-709c-9185-22100918d4e3","media_type":"text/plain","snapshot":"ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac","source":"01a22a4f-9628-7a8d-af63-9f4abcf76581","state":"captured"}');
INSERT INTO history VALUES(33,'01a22a4f-af96-7a91-99bf-f7cd6cf6c53e','2026-11-30T02:36:35.092Z','Kit Moss','sign','01a22a4f-9602-7321-bfdd-8f8d52f781ec','signoff','01a22a4f-af96-700d-9075-ab1b191deed6','{"at":"2026-11-30T02:36:35.092Z","by":"Kit Moss","claim":"01a22a4f-9602-7c5c-9f9e-6cb0e25112e5","evidence":[{"citation":"01a22a4f-9603-7207-8952-01c79141913c","locator":{},"passage":"opened on Monday","quote":"opened on Monday","snapshot":"1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0","source":"01a22a4f-9603-71d6-b41e-d9136a4a1df3","stance":"offered"}],"id":"01a22a4f-af96-700d-9075-ab1b191deed6","verdict":"confirmed","words":"The bridge opened on Monday, nine years after it was begun."}');
INSERT INTO history VALUES(34,'01a22a4f-afa7-76dc-8f39-d4da79177203','2026-11-30T02:36:35.108Z','Kit Moss','sign','01a22a4f-9602-7321-bfdd-8f8d52f781ec','signoff','01a22a4f-afa6-7c84-82e1-e70e3fa7856e','{"at":"2026-11-30T02:36:35.108Z","by":"Kit Moss","claim":"01a22a4f-9603-720d-9819-4d5a05f10008","evidence":[{"citation":"01a22a4f-9603-7247-99ab-1edc441840b2","locator":{},"passage":"the bridge has cost 46 million crowns","quote":"the bridge has cost 46 million crowns","snapshot":"41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40","source":"01a22a4f-9603-723f-bc39-f91d29e8f799","stance":"offered"}],"id":"01a22a4f-afa6-7c84-82e1-e70e3fa7856e","to":"It cost 46 million crowns, the port said.","verdict":"change","words":"It cost 48 million crowns, the port said."}');
INSERT INTO history VALUES(35,'01a22a4f-afb6-7181-af6d-9f5672f4cc1c','2026-11-30T02:36:35.122Z','Dana Whitlock','sign','01a22a4f-9602-7321-bfdd-8f8d52f781ec','signoff','01a22a4f-afb5-73ed-891c-b29cf76ca5a3','{"at":"2026-11-30T02:36:35.122Z","by":"Dana Whitlock","claim":"01a22a4f-9603-724b-a8d2-36d093fcbd51","id":"01a22a4f-afb5-73ed-891c-b29cf76ca5a3","note":"Nora knows both.","verdict":"stet","words":"Two people familiar with the matter said that it leaks."}');
INSERT INTO history VALUES(36,'01a22a4f-afc2-7bf4-8765-7f3f12708d7c','2026-11-30T02:36:35.135Z','Kit Moss','sign','01a22a4f-9602-7321-bfdd-8f8d52f781ec','signoff','01a22a4f-afc1-7de4-975e-4ddafcd7f59d','{"at":"2026-11-30T02:36:35.135Z","by":"Kit Moss","claim":"01a22a4f-9603-7274-9bf0-58a46e0af5e4","evidence":[{"citation":"01a22a4f-9603-73f4-a152-4786e75b6a26","locator":{},"source":"01a22a4f-9603-73e6-8e58-64a6dbda3aa1","stance":"offered"}],"id":"01a22a4f-afc1-7de4-975e-4ddafcd7f59d","verdict":"confirmed","words":"Ferries carried 1,200 cars a day until last week."}');
INSERT INTO history VALUES(37,'01a22a4f-afcf-7212-9a96-e3b71c367cba','2026-11-30T02:36:35.148Z','Kit Moss','sign','01a22a4f-9602-7321-bfdd-8f8d52f781ec','signoff','01a22a4f-afce-77bd-93b1-e04e92d64620','{"at":"2026-11-30T02:36:35.148Z","by":"Kit Moss","claim":"01a22a4f-9603-73fa-b6f9-6516092d1c4a","id":"01a22a4f-afce-77bd-93b1-e04e92d64620","verdict":"incorrect","words":"The contractor denied that it was late."}');
INSERT INTO history VALUES(38,'01a22a4f-afdc-7825-aa85-ea3f158c2c22','2026-11-30T02:36:35.162Z','Kit Moss','sign','01a22a4f-9628-74b1-8893-aba42e931ed2','signoff','01a22a4f-afdb-75ee-b1d5-7b1246ecde66','{"at":"2026-11-30T02:36:35.162Z","by":"Kit Moss","claim":"01a22a4f-9628-756d-9d9e-b0b1ecb66e27","evidence":[{"citation":"01a22a4f-9628-7ab6-98ee-0136d34c332b","locator":{},"passage":"sailed at noon","quote":"sailed at noon","snapshot":"ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac","source":"01a22a4f-9628-7a8d-af63-9f4abcf76581","stance":"offered"}],"id":"01a22a4f-afdb-75ee-b1d5-7b1246ecde66","verdict":"confirmed","words":"The last ferry sailed at noon."}');
INSERT INTO history VALUES(39,'01a22a4f-afdc-7825-aa85-ea3f158c2c22','2026-11-30T02:36:35.162Z','Kit Moss','sign','01a22a4f-9628-74b1-8893-aba42e931ed2','signoff','01a22a4f-afdc-7041-b706-2be3c06a12c0','{"at":"2026-11-30T02:36:35.162Z","by":"Kit Moss","claim":"01a22a4f-9628-7abb-8210-233ee7acd7c7","id":"01a22a4f-afdc-7041-b706-2be3c06a12c0","verdict":"confirmed","words":"It carried 40 cars."}');
INSERT INTO history VALUES(40,'01a22a4f-b00b-7360-9a29-9612afd37c14','2026-11-30T02:36:35.207Z','Kit Moss','import','','snapshot','84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2','{"at":"2026-11-30T02:36:35.207Z","digest":"84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2","media_type":"text/markdown","size":105}');
INSERT INTO history VALUES(41,'01a22a4f-b00b-7360-9a29-9612afd37c14','2026-11-30T02:36:35.207Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','article','01a22a4f-9628-74b1-8893-aba42e931ed2','{"draft":"84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2","id":"01a22a4f-9628-74b1-8893-aba42e931ed2","slug":"ferry","title":"The last ferry"}');
INSERT INTO history VALUES(42,'01a22a4f-b00b-7360-9a29-9612afd37c14','2026-11-30T02:36:35.207Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','draft','84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2','{"article":"01a22a4f-9628-74b1-8893-aba42e931ed2","at":"2026-11-30T02:36:35.207Z","digest":"84502130a2a0dc38fcdff5742ee43a414f20b14ede42f399a267680faf28d4f2","file":"ferry.md","media_type":"text/markdown","segments":[{"column":3,"line":1,"start":0},{"column":1,"line":3,"start":16},{"column":36,"line":3,"start":47}],"text":"The last ferry\n\nThe last ferry sailed at noon. It carried 41 cars.","unit":"line"}');
INSERT INTO history VALUES(43,'01a22a4f-b00b-7360-9a29-9612afd37c14','2026-11-30T02:36:35.207Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','claim','01a22a4f-9628-756d-9d9e-b0b1ecb66e27','{"article":"01a22a4f-9628-74b1-8893-aba42e931ed2","cut":false,"id":"01a22a4f-9628-756d-9d9e-b0b1ecb66e27","label":"own voice","number":2,"place":"body","prefix":"The last ferry\n\n","priority":"normal","reasons":["has a superlative"],"spans":[{"end":46,"start":16}],"suffix":" It carried 41 cars.","text":"The last ferry sailed at noon."}');
INSERT INTO history VALUES(44,'01a22a4f-b00b-7360-9a29-9612afd37c14','2026-11-30T02:36:35.207Z','Kit Moss','import','01a22a4f-9628-74b1-8893-aba42e931ed2','claim','01a22a4f-9628-7abb-8210-233ee7acd7c7','{"article":"01a22a4f-9628-74b1-8893-aba42e931ed2","cut":false,"id":"01a22a4f-9628-7abb-8210-233ee7acd7c7","label":"own voice","number":3,"place":"body","prefix":"\nThe last ferry sailed at noon. ","priority":"normal","reasons":["gives a number"],"spans":[{"end":66,"start":47}],"text":"It carried 41 cars."}');
INSERT INTO history VALUES(45,'01a22a4f-b029-78f4-a02e-3e7bd6732986','2026-11-30T02:36:35.237Z','Kit Moss','capture','','snapshot','b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552','{"at":"2026-11-30T02:36:35.238Z","digest":"b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552","media_type":"text/plain","size":54}');
INSERT INTO history VALUES(46,'01a22a4f-b029-78f4-a02e-3e7bd6732986','2026-11-30T02:36:35.237Z','Kit Moss','capture','','capture','01a22a4f-b026-736e-8816-35a462641fd1','{"at":"2026-11-30T02:36:35.238Z","id":"01a22a4f-b026-736e-8816-35a462641fd1","media_type":"text/plain","reason":"ferry#2 relies on words that no longer stand there: \"sailed at noon\"","snapshot":"b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552","source":"01a22a4f-9628-7a8d-af63-9f4abcf76581","state":"soft change"}');
INSERT INTO history VALUES(47,'01a22a4f-b046-7e18-afd2-7a9fb32ce6d4','2026-11-30T02:36:35.262Z','Kit Moss','import','','snapshot','4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43','{"at":"2026-11-30T02:36:35.262Z","digest":"4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43","media_type":"text/markdown","size":589}');
INSERT INTO history VALUES(48,'01a22a4f-b046-7e18-afd2-7a9fb32ce6d4','2026-11-30T02:36:35.262Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','article','01a22a4f-9602-7321-bfdd-8f8d52f781ec','{"author":"Nora Quill","draft":"4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43","id":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","slug":"bridge","title":"The bridge that took nine years"}');
INSERT INTO history VALUES(49,'01a22a4f-b046-7e18-afd2-7a9fb32ce6d4','2026-11-30T02:36:35.262Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','draft','4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","at":"2026-11-30T02:36:35.262Z","digest":"4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43","file":"bridge.md","media_type":"text/markdown","segments":[{"column":3,"line":6,"start":0},{"column":1,"line":8,"start":33},{"column":65,"line":8,"start":93},{"column":111,"line":8,"start":135},{"column":1,"line":10,"start":256},{"column":55,"line":10,"start":306}],"text":"The bridge that took nine years\n\nThe bridge opened on Monday, nine years after it was begun. It cost 46 million crowns, the port said. Two people familiar with the matter said that it leaks. “We paid what we owed,” said Ida Holm, the port''s director.\n\nFerries carried 1,300 cars a day until last week. The contractor denied that it was late.","unit":"line"}');
INSERT INTO history VALUES(50,'01a22a4f-b046-7e18-afd2-7a9fb32ce6d4','2026-11-30T02:36:35.262Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9602-7c5c-9f9e-6cb0e25112e5','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","cut":false,"id":"01a22a4f-9602-7c5c-9f9e-6cb0e25112e5","label":"own voice","number":2,"place":"body","prefix":"he bridge that took nine years\n\n","priority":"low","spans":[{"end":92,"start":33}],"suffix":" It cost 46 million crowns, the ","text":"The bridge opened on Monday, nine years after it was begun."}');
INSERT INTO history VALUES(51,'01a22a4f-b046-7e18-afd2-7a9fb32ce6d4','2026-11-30T02:36:35.262Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-720d-9819-4d5a05f10008','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","attributions":[{"anonymous":false,"content":{"end":118,"start":93,"text":"It cost 46 million crowns"},"cue":{"end":133,"start":129,"text":"said"},"denied":false,"hedged":false,"kind":"unnamed","label":"reported","speaker":{"end":128,"start":120,"text":"the port"}}],"cut":false,"id":"01a22a4f-9603-720d-9819-4d5a05f10008","label":"reported","number":3,"place":"body","prefix":" nine years after it was begun. ","priority":"high","reasons":["is about money","gives a number","rests on one source"],"spans":[{"end":134,"start":93}],"suffix":" Two people familiar with the ma","text":"It cost 46 million crowns, the port said."}');
INSERT INTO history VALUES(52,'01a22a4f-b046-7e18-afd2-7a9fb32ce6d4','2026-11-30T02:36:35.262Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-724f-a9bc-10518724fbf4','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","attributions":[{"anonymous":false,"content":{"end":218,"start":191,"text":"“We paid what we owed,”"},"cue":{"end":223,"start":219,"text":"said"},"denied":false,"hedged":false,"kind":"named","label":"reported","speaker":{"end":253,"start":224,"text":"Ida Holm, the port''s director"}}],"cut":false,"id":"01a22a4f-9603-724f-a9bc-10518724fbf4","label":"reported","number":5,"place":"body","prefix":" the matter said that it leaks. ","priority":"normal","reasons":["quotes somebody","rests on one source"],"spans":[{"end":254,"start":191}],"suffix":"\n\nFerries carried 1,300 cars a d","text":"“We paid what we owed,” said Ida Holm, the port''s director."}');
INSERT INTO history VALUES(53,'01a22a4f-b046-7e18-afd2-7a9fb32ce6d4','2026-11-30T02:36:35.262Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-7274-9bf0-58a46e0af5e4','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","cut":false,"id":"01a22a4f-9603-7274-9bf0-58a46e0af5e4","label":"own voice","number":6,"place":"body","prefix":"Ida Holm, the port''s director.\n\n","priority":"normal","reasons":["has a superlative","gives a number"],"spans":[{"end":305,"start":256}],"suffix":" The contractor denied that it w","text":"Ferries carried 1,300 cars a day until last week."}');
INSERT INTO history VALUES(54,'01a22a4f-b046-7e18-afd2-7a9fb32ce6d4','2026-11-30T02:36:35.262Z','Kit Moss','import','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-73fa-b6f9-6516092d1c4a','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","attributions":[{"anonymous":false,"content":{"end":344,"start":328,"text":"that it was late"},"cue":{"end":327,"start":321,"text":"denied"},"denied":true,"hedged":false,"kind":"unnamed","label":"reported","speaker":{"end":320,"start":306,"text":"The contractor"}}],"cut":false,"id":"01a22a4f-9603-73fa-b6f9-6516092d1c4a","label":"reported","number":7,"place":"body","prefix":"300 cars a day until last week. ","priority":"normal","reasons":["rests on one source"],"spans":[{"end":345,"start":306}],"text":"The contractor denied that it was late."}');
INSERT INTO history VALUES(55,'01a22a4f-b072-7e4b-b59d-02827d0307a6','2026-11-30T02:36:35.313Z','Kit Moss','claim label','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9603-724b-a8d2-36d093fcbd51','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","attributions":[{"anonymous":true,"content":{"end":189,"start":176,"text":"that it leaks"},"cue":{"end":175,"start":171,"text":"said"},"denied":false,"hedged":false,"kind":"unnamed","label":"reported","speaker":{"end":170,"start":135,"text":"Two people familiar with the matter"}}],"cut":false,"id":"01a22a4f-9603-724b-a8d2-36d093fcbd51","label":"announced","label_by":"Kit Moss","number":4,"place":"body","prefix":" million crowns, the port said. ","priority":"high","reasons":["rests on nobody named","rests on one source"],"spans":[{"end":190,"start":135}],"suffix":" “We paid what we owed,” said Id","text":"Two people familiar with the matter said that it leaks."}');
INSERT INTO history VALUES(56,'01a22a4f-d830-7946-a0e2-a97f4c81b553','2026-11-30T02:36:45.487Z','Kit Moss','claim split','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-9602-7c5c-9f9e-6cb0e25112e5','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","cut":false,"id":"01a22a4f-9602-7c5c-9f9e-6cb0e25112e5","label":"own voice","number":2,"place":"body","prefix":"he bridge that took nine years\n\n","priority":"low","spans":[{"end":60,"start":33}],"spans_by":"Kit Moss","suffix":", nine years after it was begun.","text":"The bridge opened on Monday"}');
INSERT INTO history VALUES(57,'01a22a4f-d830-7946-a0e2-a97f4c81b553','2026-11-30T02:36:45.487Z','Kit Moss','claim split','01a22a4f-9602-7321-bfdd-8f8d52f781ec','claim','01a22a4f-d82f-7946-ad6c-69cbdc2a6d52','{"article":"01a22a4f-9602-7321-bfdd-8f8d52f781ec","cut":false,"id":"01a22a4f-d82f-7946-ad6c-69cbdc2a6d52","label":"own voice","number":8,"place":"body","prefix":"s\n\nThe bridge opened on Monday, ","priority":"low","spans":[{"end":92,"start":62}],"spans_by":"Kit Moss","suffix":" It cost 46 million crowns, the ","text":"nine years after it was begun."}');
INSERT INTO history VALUES(58,'01a22a4f-d830-7946-a0e2-a97f4c81b553','2026-11-30T02:36:45.487Z','Kit Moss','claim split','01a22a4f-9602-7321-bfdd-8f8d52f781ec','part','01a22a4f-d82f-7946-ad6c-69cbdc2a6d52','{"at":"2026-11-30T02:36:45.487Z","bond":"split off","claim":"01a22a4f-d82f-7946-ad6c-69cbdc2a6d52","draft":"4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43","number":8,"whole":"01a22a4f-9602-7c5c-9f9e-6cb0e25112e5","whole_number":2}');
INSERT INTO history VALUES(59,'01a22a4f-d830-7946-a0e2-a97f4c81b553','2026-11-30T02:36:45.487Z','Kit Moss','claim split','01a22a4f-9602-7321-bfdd-8f8d52f781ec','citation','01a22a4f-d82f-7959-934d-23349e94f7ce','{"claim":"01a22a4f-d82f-7946-ad6c-69cbdc2a6d52","id":"01a22a4f-d82f-7959-934d-23349e94f7ce","locator":{},"origin":"footnote 1","quote":"opened on Monday","source":"01a22a4f-9603-71d6-b41e-d9136a4a1df3","stance":"offered"}');
CREATE TABLE reading (
    digest    text not null primary key references snapshot (digest),
    reader    text not null, -- the version that read it
    size      integer not null, -- of the text in bytes, uncompressed
    body      blob not null,    -- the text, compressed with zstd
    rest_size integer not null,
    rest      blob not null     -- everything else as JSON, compressed with zstd
, sum text not null default '') strict;
INSERT INTO reading VALUES('1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0','2',184,X'28b52ffd0400c10500506f7274206f6620536b617273756e642c206e6f7469636520746f20726f61642075736572732e0a0a5468652062726964676520776173206f70656e6564206f6e204d6f6e64617920627920746865206d61796f722e20497420636172726965732074776f206c616e6573206f6620747261666669632c20616e642061207061746820666f722074686f7365206f6e20666f6f742e20576f726b2068616420626567756e206e696e65207965617273206265666f72652e0ae49b1892',236,X'28b52ffd040085040072891d1d70b56d00ed035012914d355e6b92b4d4745535202734b14953a82af102cd6e633c43386d27fc03688a024110ae3114f8c3fa1be07b65b3df0f950be54a75fce1849c39e0192290acf1db6d8c678a52b5a28db221ce5d470f96d6688ad32ec6efc7eb76eadf39e52a412bdac7ab5a3a20d3d181330108006dd888a90cfb520cee1ce4a96c32872b531ede2d657a752afe','1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0');
INSERT INTO reading VALUES('41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','2',141,X'28b52ffd04008d0300b2c7181dc02500f04fe97c3a17f13d493d7de47b29bd4fdcb89e73e4211d2c6fafc6a9fdb8f4f549d205b61bf82498e61cae1b97d772f9902dc60282698ac25033f8ca4a5957c4ca514a287100e05547ac2c8d87437a1873bd96ebc3d52fa8d62f828ace98840300808a4d83a074ae60068ba9d834',260,X'28b52ffd440004000d0500624b221d70376c00ed035012d1a67dbdff43364a8815ae5a40fbd0a4cfbeff6f7ac96e633c43186d27fe11240543c170b824e0803fac3f007caf6cf6fba17219b9521d7f18215f0ce0196290d6fc761be3991aa93aa16d643338771d3d185ad3d4efc72ba35598dfcfca644aafa48a1e5d0e5261da8d91c0f1ba8dfaf745f441e884f6f1aa145d90e828e28b07006dd888a90cfb520cee1ce4a96c3287a3449e678b5ecb89','831f9b318ad30edc2ad1f38c8f9a13d24627be4df4ce3ce8dfb324ade120cc3c');
INSERT INTO reading VALUES('ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac','2',39,X'28b52ffd0400390100546865206665727279207361696c6564206174206e6f6f6e207769746820343020636172732e0a324f92d4',194,X'28b52ffd040015040002491b1b70b16d00ed03501291cd37156b92be8458550da9602eb080aa122fcbeee2bb3258b70fbe1916c2e06e386f827b276c757b81301d4c887e37acc695c25d1900c712b7ddc57795075123d907d761dc64b250bac442ac9b10b7ff9edbdab7b3e2a24023d9bf274afa806a32e04a0600c31076dc39c853d9640e57a63cbc5bcaf16d8cf0','ca003769c574d5966535bdfe6e54900227bb71bf0c53b88c93d65b29c68e38ac');
INSERT INTO reading VALUES('b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552','2',54,X'28b52ffd0400b10100546865206665727279206c656674206174206e6f6f6e207769746820343020636172732c207361696420697473206d61737465722e0a68cca1b0',194,X'28b52ffd040015040002491b1b70b16d00ed03501291cd37156b92be8458550d205cc93481aae217cbeee2bb3258b70fbe199601e16e386f827b276c757b81301d4c887e37acc695c25d1900c712b7ddc57795075123d907d761dc64b250bac442ac9b10b7ff9edbdab7b3e2a24023d9bf274afa806a32e04a0600c31076dc39c853d9640e57a63cbc5bcaf4c77fd0','b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552');
CREATE TABLE verification (
    article text not null primary key references article (id),
    basis   text not null
) strict;
INSERT INTO verification VALUES('01a22a4f-9628-74b1-8893-aba42e931ed2','6515f50b7d33f905a2d3760929891f4b0bdf0dd17fa5204e1a92efd8f4b4627c');
INSERT INTO verification VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec','50d36de6e1269cb0a4d98e705916735071cb36dd0176ddb91ed4d80874812547');
CREATE TABLE match (
    citation   text not null primary key references citation (id) on delete cascade,
    snapshot   text not null,
    class      text not null,
    span_start integer not null,
    span_end   integer not null,
    page       text not null,
    wrong_page integer not null,
    difference text not null
, exact text not null default '', prefix text not null default '', suffix text not null default '', characters integer not null default 0, folded text not null default '') strict;
INSERT INTO "match" VALUES('01a22a4f-9628-7ab6-98ee-0136d34c332b','b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552','absent',0,0,'',0,'[]','','','',0,'');
INSERT INTO "match" VALUES('01a22a4f-9603-7207-8952-01c79141913c','1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0','exact',56,72,'',0,'[]','opened on Monday',replace(' to road users.\n\nThe bridge was ','\n',char(10)),' by the mayor. It carries two la',56,'opened on Monday');
INSERT INTO "match" VALUES('01a22a4f-9603-7247-99ab-1edc441840b2','41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','exact',27,64,'',0,'[]','the bridge has cost 46 million crowns','The director reported that ',replace(' so far.\n\n“We paid what we owed,','\n',char(10)),27,'the bridge has cost 46 million crowns');
INSERT INTO "match" VALUES('01a22a4f-9603-726f-8a62-085ac6c53e7e','41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','exact',27,64,'',0,'[]','the bridge has cost 46 million crowns','The director reported that ',replace(' so far.\n\n“We paid what we owed,','\n',char(10)),27,'the bridge has cost 46 million crowns');
INSERT INTO "match" VALUES('01a22a4f-d82f-7959-934d-23349e94f7ce','1d2b9bf5929bc9693f810093f00d330b0915337724be08132c7d8df283cf19b0','exact',56,72,'',0,'[]','opened on Monday',replace(' to road users.\n\nThe bridge was ','\n',char(10)),' by the mayor. It carries two la',56,'opened on Monday');
CREATE TABLE finding (
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
INSERT INTO finding VALUES('01a22a4f-9628-74b1-8893-aba42e931ed2',0,'01a22a4f-9628-756d-9d9e-b0b1ecb66e27','01a22a4f-9628-7ab6-98ee-0136d34c332b','quote','error','not found','log.txt does not have “sailed at noon”: quote its own words, or cite where these stand','dd9f063ae083922b','[{"start":16,"end":46}]','b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552','[]');
INSERT INTO finding VALUES('01a22a4f-9628-74b1-8893-aba42e931ed2',1,'01a22a4f-9628-756d-9d9e-b0b1ecb66e27','01a22a4f-9628-7ab6-98ee-0136d34c332b','wording','note','not found','the copy follows log.txt but for “sailed”, which stands nowhere in it: see that it says the same','a12967780e4b5b5f','[{"start":31,"end":37}]','b54b3f039f385244256834d70239701d336d5aded255ec1f5202ed3f9e953552','[{"start":0,"end":53}]');
INSERT INTO finding VALUES('01a22a4f-9628-74b1-8893-aba42e931ed2',2,'01a22a4f-9628-756d-9d9e-b0b1ecb66e27',NULL,'superlative','note','not found','“The last” stands in no source that is cited: find who counted, or say it less strongly','71f929a4daaf879e','[{"start":16,"end":24}]','','[]');
INSERT INTO finding VALUES('01a22a4f-9628-74b1-8893-aba42e931ed2',3,'01a22a4f-9628-7abb-8210-233ee7acd7c7',NULL,'no-citation','note','unread','no source is cited, so nothing was checked: cite one','e23f18db47b9ed74','[{"start":47,"end":66}]','','[]');
INSERT INTO finding VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec',0,'01a22a4f-9603-720d-9819-4d5a05f10008','01a22a4f-9603-7247-99ab-1edc441840b2','wording','note','not found','the copy follows minutes.html but for “port”, which stands nowhere in it: see that it says the same','2872fe0006a57133','[{"start":124,"end":128}]','41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','[{"start":0,"end":72}]');
INSERT INTO finding VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec',1,'01a22a4f-9603-724b-a8d2-36d093fcbd51',NULL,'no-citation','note','unread','no source is cited, so nothing was checked: cite one','3eddf4dbe5121890','[{"start":135,"end":190}]','','[]');
INSERT INTO finding VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec',2,'01a22a4f-9603-724f-a9bc-10518724fbf4','01a22a4f-9603-726f-8a62-085ac6c53e7e','wording','note','not found','the copy follows minutes.html but for “port''s”, which stands nowhere in it: see that it says the same','31c5b0bebfbcee7f','[{"start":238,"end":244}]','41c0f4dae6d6f6b2cb8d73f640472d42fca227c811586995eeff0e894d4bef40','[{"start":73,"end":141}]');
INSERT INTO finding VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec',3,'01a22a4f-9603-7274-9bf0-58a46e0af5e4','01a22a4f-9603-73f4-a152-4786e75b6a26','unread','note','unread','Interview with Per Lund, ferry master, 12 November 2026 is held elsewhere, so nothing of it was checked: check it by hand','f53dd751ab051bc5','[{"start":256,"end":305}]','','[]');
INSERT INTO finding VALUES('01a22a4f-9602-7321-bfdd-8f8d52f781ec',4,'01a22a4f-9603-73fa-b6f9-6516092d1c4a',NULL,'no-citation','note','unread','no source is cited, so nothing was checked: cite one','dc02a3e0e27b5e21','[{"start":306,"end":345}]','','[]');
CREATE TABLE exchange (
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
CREATE TABLE part (
    claim        text not null references claim (id),
    number       integer not null,
    whole        text not null references claim (id),
    whole_number integer not null,
    bond         text not null, -- split off or merged into
    draft        text not null, -- digest of the draft that did it, or in which a person did
    at           text not null,
    primary key (claim, whole, draft, bond)
) strict;
INSERT INTO part VALUES('01a22a4f-d82f-7946-ad6c-69cbdc2a6d52',8,'01a22a4f-9602-7c5c-9f9e-6cb0e25112e5',2,'split off','4767663d793ca4ad9385da4ed2528736181c2f67a44e1fa2520e7cf0e27a4d43','2026-11-30T02:36:45.487Z');
CREATE TABLE checked (
    claim text not null primary key references claim (id),
    basis text not null,
    start integer not null
) strict;
INSERT INTO checked VALUES('01a22a4f-9628-7abb-8210-233ee7acd7c7','7ef6605657b05be40e1bf7221d0bc656d8fe95b0d993284a4a5485db738a4b26',47);
INSERT INTO checked VALUES('01a22a4f-9628-7562-86dc-32b65c853bac','3514bd18d2d399065a2e2fd840412a7fff8b8f3e7dfebf4909f73fde49977333',0);
INSERT INTO checked VALUES('01a22a4f-9628-756d-9d9e-b0b1ecb66e27','e25bd64ac49c178cfd77f8666941b87a4a3db27fb95d8bb6f0aba6280387df6f',16);
INSERT INTO checked VALUES('01a22a4f-d82f-7946-ad6c-69cbdc2a6d52','0877cb1bd0a5959ad0ff740bacced846352a44302b3b58354ec35c48aed81cba',62);
INSERT INTO checked VALUES('01a22a4f-9602-7c4f-b1b9-63a3c95eaaf9','10d7838abd81a53b075a1208749e6885972b3c17cc36de88803383cf662bf38d',0);
INSERT INTO checked VALUES('01a22a4f-9602-7c5c-9f9e-6cb0e25112e5','73d3ac1ef8f86c68584624cd93ee100b4de2fb48c1e665d4a745b153b7ebaaf8',33);
INSERT INTO checked VALUES('01a22a4f-9603-720d-9819-4d5a05f10008','700e0f59a0e4f284f04f864c2a653cc84dca969569bd970216fae97e64e6c23d',93);
INSERT INTO checked VALUES('01a22a4f-9603-724b-a8d2-36d093fcbd51','0629f01db53626b0ddd2724713610753fbaa4c043590dad8886563f52c10fe53',135);
INSERT INTO checked VALUES('01a22a4f-9603-724f-a9bc-10518724fbf4','dea52000bfb5d8c06bd336e38f70e2c1cb2ad2f464ffa68f77afbaacfc5cd18f',191);
INSERT INTO checked VALUES('01a22a4f-9603-7274-9bf0-58a46e0af5e4','592d6ea59423e15a0ee915f2972818ec56119f130552aae33c9f15898ab3542d',256);
INSERT INTO checked VALUES('01a22a4f-9603-73fa-b6f9-6516092d1c4a','01b95d0910528d043d330ff366e6315d87ba8f0bca2efece2d1aafe608afbbb9',306);
CREATE UNIQUE INDEX source_alias on source (alias) where alias <> '';
CREATE UNIQUE INDEX source_address on source (address) where address <> '';
CREATE INDEX capture_source on capture (source, at, id, snapshot);
CREATE INDEX citation_claim on citation (claim, source);
CREATE INDEX citation_source on citation (source);
CREATE INDEX signoff_claim on signoff (claim, at, id);
CREATE INDEX history_article on history (article, seq);
CREATE INDEX finding_claim on finding (claim);
CREATE INDEX finding_citation on finding (citation);
CREATE INDEX part_whole on part (whole);
CREATE VIEW newest_snapshot as
select
    s.id as source_id,
    coalesce(c.snapshot, '') as snapshot,
    coalesce(c.via, '') as via,
    coalesce(case when c.memento_at <> '' then c.memento_at else c.at end, '') as taken_at
from source s
left join capture c on c.id = (
    select l.id
    from capture l
    where l.source = s.id and l.snapshot is not null
    order by case l.via when 'attached' then 0 when '' then 1 else 2 end, l.at desc, l.id desc
    limit 1
);
CREATE VIEW source_view as
select
    s.id as source_id,
    s.number,
    'S-' || case when s.number < 10 then '000' when s.number < 100 then '00' when s.number < 1000 then '0' else '' end
        || cast(s.number as text) as code,
    s.alias, s.address, s.held, s.kind, s.kind_set, s.title, s.publisher, s.author, s.date, s.note, s.within,
    coalesce(c.id, '') as capture_id,
    coalesce(c.at, '') as attempted_at,
    coalesce(c.state, '') as state,
    coalesce(c.reason, '') as reason,
    coalesce(c.via, '') as attempt_via,
    coalesce(c.final_url, '') as final_url,
    coalesce(c.status, 0) as status,
    coalesce(c.media_type, '') as media_type,
    coalesce(c.snapshot, '') as capture_snapshot,
    n.snapshot,
    n.via,
    n.taken_at
from source s
join newest_snapshot n on n.source_id = s.id
left join capture c on c.id = (
    select l.id from capture l where l.source = s.id and l.via <> 'archived' order by l.at desc, l.id desc limit 1
);
CREATE VIEW signoff_view as
select
    s.id as signoff_id,
    c.article as article_id,
    c.id as claim_id,
    s.verdict,
    s.proposed as verdict_to,
    case when s.verdict = 'change' and c.folded = s.proposed_folded then 1 else 0 end as change_met,
    s.note,
    s.signed_by,
    s.at as signed_at,
    s.words,
    case
    when c.folded <> s.folded and not (s.verdict = 'change' and c.folded = s.proposed_folded) then 'words changed'
    when exists (
        select 1
        from pin p
        where p.signoff = s.id and not exists (
            select 1
            from citation t
            where t.claim = s.claim and t.source = p.source and t.stance = p.stance and t.quote = p.quote
                and t.page = p.page and t.page_end = p.page_end and t.paragraph = p.paragraph and t.time = p.time
        )
    ) or exists (
        select 1
        from citation t
        where t.claim = s.claim and not exists (
            select 1
            from pin p
            where p.signoff = s.id and t.source = p.source and t.stance = p.stance and t.quote = p.quote
                and t.page = p.page and t.page_end = p.page_end and t.paragraph = p.paragraph and t.time = p.time
        )
    ) then 'evidence changed'
    when exists (
        select 1
        from pin p
        join newest_snapshot n on n.source_id = p.source
        where p.signoff = s.id and p.snapshot is not null and p.snapshot <> n.snapshot
            and not exists (
                select 1
                from reading r
                join reading o on o.sum = r.sum
                where r.digest = n.snapshot and o.digest = p.snapshot and r.sum <> ''
            )
            and (p.quote = '' or not exists (
                select 1
                from citation t
                join match m on m.citation = t.id
                where t.claim = s.claim and t.source = p.source and t.stance = p.stance and t.quote = p.quote
                    and t.page = p.page and t.page_end = p.page_end and t.paragraph = p.paragraph and t.time = p.time
                    and m.snapshot = n.snapshot
                    and (m.class not in ('altered', 'absent') or m.folded = p.folded and p.folded <> '')
            ))
    ) then 'source recaptured'
    else '' end as void
from claim c
join signoff s on s.id = (
    select l.id from signoff l where l.claim = c.id order by l.at desc, l.id desc limit 1
);
CREATE VIEW article_view as
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
CREATE VIEW claim_view as
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
left join signoff_view s on s.claim_id = c.id;
CREATE VIEW citation_view as
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
    coalesce(m.wrong_page, 0) as wrong_page
from citation t
join claim c on c.id = t.claim
join article a on a.id = c.article
join source s on s.id = t.source
join newest_snapshot n on n.source_id = s.id
left join match m on m.citation = t.id and m.snapshot = n.snapshot;
CREATE VIEW finding_view as
select
    f.article as article_id,
    a.slug as article,
    f.position,
    coalesce(f.claim, '') as claim_id,
    coalesce(c.number, 0) as number,
    coalesce(f.citation, '') as citation_id,
    f.check_id,
    f.severity,
    f.outcome,
    f.message,
    f.fingerprint
from finding f
join article a on a.id = f.article
left join claim c on c.id = f.claim;
COMMIT;
PRAGMA application_id = 1937007988;
PRAGMA user_version = 5;
