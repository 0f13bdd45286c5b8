import { districts } from './districts.ts';
import { kinds } from './kinds.ts';
import { units } from './units.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { incident } from './incident.ts';
import { answer } from './answer.ts';
import { card } from './card.ts';
import { search } from './search.ts';
import { legend } from './legend.ts';
import { map } from './map.ts';
import { route } from './route.ts';
import { timeMap } from './time-map.ts';
import { importer } from './import.ts';
import { importing } from './importing.ts';
import { locating } from './locating.ts';
import { importOffers } from './import-offers.ts';
import { importQueue } from './import-queue.ts';
import { exporter } from './export.ts';
import { ogc } from './ogc.ts';
import { reach } from './reach.ts';
import { roads } from './roads.ts';
import { roadNetworks } from './road-networks.ts';
import { closure } from './closure.ts';
import { areas } from './areas.ts';
import { thresholds } from './thresholds.ts';
import { tools } from './tools.ts';
import { register } from './register.ts';
import { stock } from './stock.ts';
import { verification } from './verification.ts';
import { history } from './history.ts';
import { rectification } from './rectification.ts';
import { upkeep } from './upkeep.ts';
import { people } from './people.ts';
import { demo } from './demo.ts';
import { gateway } from './gateway.ts';
import { hosted } from './hosted.ts';

import type { Translation } from '../shape.ts';
import type { zhCN } from '../zh-CN/index.ts';

export const en: Translation<typeof zhCN> = {
  districts,
  kinds,
  units,
  shell,
  signIn,
  incident,
  answer,
  card,
  search,
  legend,
  map,
  route,
  timeMap,
  importer,
  importing,
  locating,
  importOffers,
  importQueue,
  exporter,
  ogc,
  reach,
  roads,
  roadNetworks,
  closure,
  areas,
  thresholds,
  tools,
  register,
  stock,
  verification,
  history,
  rectification,
  upkeep,
  people,
  demo,
  gateway,
  hosted,
};
