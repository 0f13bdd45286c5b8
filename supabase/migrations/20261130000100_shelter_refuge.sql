-- Whether a shelter is only a place of temporary refuge (临时避险点): people flee there until they can go on, and nobody has
-- rated it. null = nobody has said. Rights, history and what other consoles hear are the table's, whatever its columns.

alter table public.shelter add column refuge boolean;
