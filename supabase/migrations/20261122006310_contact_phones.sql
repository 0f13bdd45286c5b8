-- A contact may have several numbers, each with an extension as people write it (转8001, 分機227, ext. 5, #12).
-- What the importer and the form read is written with these characters alone (src/core/contacts/phones.ts).

alter table public.contact drop constraint contact_phone_check;
alter table public.contact add constraint contact_phone_check
  check (phone ~ '^[+0-9(][-0-9 ()+#*,;/.、转轉分机機内內线線ext]{2,199}$');
