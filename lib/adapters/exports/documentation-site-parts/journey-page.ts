import { coverageOf, type StageCoverage } from '@/lib/domain/journey/coverage';
import { stageName } from '@/lib/domain/journey/names';
import { counted, grouped } from '@/lib/kit/grouped';
import { factList } from './facts';
import { type Html, html } from './html';
import { journeyStep } from './journey-step';
import { liveEvents } from './journeys-page';
import { prose } from './prose';
import { linksById, type Place, section } from './site';
import { hasPictures, type SiteJourney } from './site-journeys';

/** Events named of what a journey leaves out; the others are on the list of events. */
const mostNamed = 50;

/** The page of a journey: its steps stage by stage, and what it leaves out. */
export function journeyPage(place: Place, journey: SiteJourney): Html {
  const { journeys } = place.site;
  const { steps, columns } = journey;
  const live = journeys && liveEvents(journeys, journey);
  const count = counted(steps.length, 'step');
  return html`<p class="kind">Journey</p>
<h1 dir="auto">${journey.name}</h1>
<p class="under">${count}${live === null ? null : ` · ${live} events live`}</p>
${
  journey.description.trim() === ''
    ? null
    : html`<div class="meaning">${prose(place, journey.description)}</div>
`
}${
  hasPictures(journey)
    ? html`<p class="quiet">Pictures of the steps are not on these pages. What they show and what is marked on them is told in words.</p>
`
    : null
}${columns.map((column, at) =>
  section(
    `stage-${at + 1}`,
    columns.length === 1 && column.stage === null ? 'Steps' : stageName(column.stage),
    stageSteps(place, journey, column.steps),
  ),
)}${section('coverage', 'Coverage', coverage(place, journey))}`;
}

function stageSteps(place: Place, journey: SiteJourney, steps: SiteJourney['steps']): Html {
  const first = steps[0];
  if (!first)
    return html`<p class="quiet">No step stands here.</p>
`;
  return html`<ol class="walk" start="${first.number}">${steps.map((step) => journeyStep(place, journey, step))}</ol>
`;
}

function coverage(place: Place, { steps }: SiteJourney): Html {
  const stages = coverageOf(place.site.journeys?.stages ?? [], steps, place.site.plan.snapshot).filter(
    ({ stage }) => stage !== null,
  );
  if (stages.length === 0)
    return html`<p class="quiet">The plan names no stages, so nothing can be said of them.</p>
`;
  const empty = stages.filter(({ stepIds }) => stepIds.length === 0).map(({ stage }) => stageName(stage));
  const count = stages.length;
  return html`<p dir="auto">${
    empty.length === 0
      ? count === 1
        ? 'The one stage has a step.'
        : `All ${count} stages have a step.`
      : `${count - empty.length} of ${count} ${count === 1 ? 'stage has' : 'stages have'} a step. None in: ${empty.join(', ')}.`
  }</p>
${factList(stages.map((one) => [stageName(one.stage), html`${toldOf(one)}${untoldOf(place, one)}`]))}`;
}

function toldOf({ told, untold }: StageCoverage): string {
  const all = told.length + untold.length;
  if (all === 0) return 'The plan has no event here.';
  if (untold.length === 0) return all === 1 ? 'Its one event is told.' : `All ${all} events are told.`;
  if (told.length === 0) return all === 1 ? 'Its one event is not told: ' : `None of its ${all} events is told: `;
  return `${told.length} of ${all} events ${told.length === 1 ? 'is' : 'are'} told. Not told: `;
}

function untoldOf(place: Place, { untold }: StageCoverage): Html | null {
  if (untold.length === 0) return null;
  const more = untold.length - mostNamed;
  return html`${linksById(place, untold.slice(0, mostNamed))}${
    more > 0 ? html` and <a href="${place.up}events/index.html">${grouped(more)} more</a>` : null
  }.`;
}
