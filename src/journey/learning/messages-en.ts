import type { LearningState, ShareState } from '../../domain/learning/board.ts'

const hoursIn = (hours: string) => `${hours} h`
const items = (n: number) => `${n} ${n === 1 ? 'item' : 'items'}`
const weeks = (n: number) => `${n} ${n === 1 ? 'week' : 'weeks'}`

/** The words of a community's pathway in English; they give the shape of every other language. */
export const learningEn = {
  title: 'Learning',
  lead: 'Your pathway, week by week. Who does what is up to you: move things, share them out, and say when they are done.',
  notYetTitle: 'The pathway has not begun',
  notYet: {
    stage: 'The board opens when the final plan is signed off and the journey moves on to learning.',
    plan: 'No signed final plan was found, so there is no pathway to follow yet.',
  },
  openFinalPlan: 'Open the final plan',
  over: 'This journey is closed. The board stays as it was.',

  // Progress
  progress: 'Progress',
  progressOf: (percent: string, done: string, planned: string) =>
    `${percent} done: ${done} of ${planned} planned hours`,
  nothingPlanned: 'No hours are planned.',
  spent: (hours: string) => `${hours} hours spent so far`,
  people: (n: number) => `${n} ${n === 1 ? 'person takes' : 'people take'} part`,
  howCounted: 'How this is counted',
  rule: 'Planned hours of what is done, out of the planned hours of everything that is not set aside. When several people have the same item, it counts by the share of them who are done. Prior learning counts as done. Hours spent do not change the progress.',
  fitsWeeks: (n: number, hours: string) => `Agreed: ${weeks(n)}, up to ${hours} hours a week.`,

  // Notices
  pathwayDone: 'Nothing on the pathway is open. You can move on to the endline.',
  toOverview: 'Go to the overview to move on',
  closed: (day: string, reason: string) => `Closing was asked for on ${day}: ${reason}`,
  takeCloseBack: 'Go on with the pathway after all',
  late: (n: number) => `${n === 1 ? '1 item is' : `${items(n)} are`} past the planned week.`,
  planAgainLink: 'Plan again from today',
  newPlan: (version: number) =>
    `The final plan was revised (version ${version}). The board still follows the earlier one.`,
  seeChanges: 'See what would change',
  notices: {
    moved: 'Moved.',
    undone: 'The last move is undone.',
    saved: 'Saved.',
    added: 'Added to the pathway.',
    replanned: 'The pathway is planned again.',
    followed: 'The board follows the revised plan now.',
    kept: 'The board stays as it is.',
    calendar: 'Your calendar address is ready. Copy it now: it is shown only once.',
    revoked: 'The calendar address no longer works.',
  } as Record<string, string>,
  conflict:
    'Someone changed the board while yours was open. This is how it stands now. Nothing of yours was done: look again, then decide.',
  problems: {
    needs: (item: string, other: string, week: number) =>
      `“${item}” builds on “${other}”. It can begin in week ${week} or later.`,
    neededBy: (item: string, other: string, week: number) =>
      week < 1
        ? `“${other}” builds on “${item}”. Move “${other}” to a later week first.`
        : `“${other}” builds on “${item}”. “${item}” can begin in week ${week} at the latest.`,
    'no-such-week': 'There is no such week. Choose one from 1 to 104.',
    'not-open': 'This item is not open any more, so it was not moved.',
  },

  // Weeks
  yours: 'Yours now',
  yoursNone: 'Nothing of yours is due this week.',
  due: (day: string) => `by ${day}`,
  weeksTitle: 'Week by week',
  week: (n: number) => `Week ${n}`,
  weekDates: (first: string, last: string) => `${first} to ${last}`,
  thisWeek: 'this week',
  weekHours: (hours: string) => `${hours} hours planned`,
  overHours: (hours: string) => `more than the ${hours} hours agreed`,
  nothingBegins: 'Nothing begins this week.',
  goesOn: (title: string, hours: string) => `${title} goes on (${hoursIn(hours)})`,
  spanWeeks: (first: number, last: number) => (first === last ? `week ${first}` : `weeks ${first} to ${last}`),
  hoursOf: (planned: string, spent: string) => `${planned} h planned, ${spent} h spent`,
  ownKind: 'Something of our own',
  states: {
    planned: 'Planned',
    doing: 'Being done',
    done: 'Done',
    prior: 'Prior learning',
    'set-aside': 'Set aside',
  } satisfies Record<LearningState, string> as Record<LearningState, string>,
  shareStates: { planned: 'to do', doing: 'at it', done: 'done' } satisfies Record<ShareState, string> as Record<
    ShareState,
    string
  >,
  isLate: 'past its week',
  nobody: 'Nobody has it yet',
  who: 'Who',
  personState: (name: string, state: string) => `${name} (${state})`,
  you: 'you',
  closesNothing: 'Not counted in any gap.',
  before: (title: string) => `Comes before “${title}”, which it builds on. Move one of them.`,
  marksAction: (title: string) => `Marked an action: ${title}`,
  reasonSaid: (reason: string) => `Why: ${reason}`,
  asideTitle: 'Set aside',

  // Buttons
  earlier: 'Earlier',
  later: 'Later',
  earlierName: (title: string) => `A week earlier: ${title}`,
  laterName: (title: string) => `A week later: ${title}`,
  dragHint: 'You can also drag an item to another week, or press Alt with the up or down arrow on it.',
  markDone: 'Done',
  markDoneName: (title: string) => `Mark your part as done: ${title}`,
  take: 'Take it on',
  takeName: (title: string) => `Take on: ${title}`,
  undo: 'Undo the last move',
  undoNote: (name: string) => `The last move was made by ${name}.`,
  addItem: 'Add to the pathway',
  planAgain: 'Plan again from today',
  calendar: 'Calendar',
  pdf: 'Board as PDF',
  recordLink: 'Learning record so far',
  closeLink: 'Ask to close the pathway',
  more: 'More you can do',

  // One item
  backToBoard: 'Back to the board',
  readItem: 'Open it in the catalogue',
  study: 'Study it',
  about: 'What it is for',
  planTitle: 'Planning',
  moveTo: 'Begin in week',
  moveButton: 'Move',
  peopleTitle: 'Who has it',
  give: 'Give it to',
  giveHint: 'Several people may take the same item. Each of them says when they are done.',
  giveButton: 'Give it',
  chooseSomeone: 'Choose someone',
  remove: 'Take it back',
  removeName: (name: string) => `Take it back from ${name}`,
  mineTitle: 'Your part',
  mineNot: 'You do not have this item.',
  begin: 'I have begun',
  done: 'I am done',
  notDone: 'I am not done after all',
  giveBack: 'Give it back',
  hoursTitle: 'Your hours',
  hoursField: 'Hours you spent on it',
  hoursHint:
    'In quarters of an hour, like 1.25. They go into the total of the item, which everyone here sees. Who spent how much stays yours; if you are the only one with the item, others can tell.',
  hoursButton: 'Record hours',
  hoursLine: (hours: string, day: string) => `${hours} h, ${day}`,
  hoursSources: {
    own: 'recorded by you',
    study: 'from your course',
    package: 'from a package',
    session: 'from a session',
  } as Record<string, string>,
  hoursBack: 'Take back',
  hoursBackName: (hours: string, day: string) => `Take back ${hours} hours of ${day}`,
  withoutPeople: 'Nobody has this item, so it is done when someone says so.',
  itemDone: 'It is done',
  itemNotDone: 'It is not done after all',
  priorTitle: 'Prior learning',
  priorLead: 'Your people know this already. It then counts as done, with no hours spent.',
  priorReason: 'What shows it',
  priorHint: 'For example: “Two of us took this course last year.”',
  priorButton: 'Record as prior learning',
  asideFormTitle: 'Set aside',
  asideLead: 'It stays on record with your reason, counts in nothing, and can be brought back.',
  asideDependents: (titles: string) => `These build on it and stay: ${titles}.`,
  asideReason: 'Why you set it aside',
  asideButton: 'Set aside',
  bringBack: 'Bring it back',
  actionsTitle: 'Actions of the plan',
  actionsNone: 'No action of the plan is linked to it yet.',
  actionsTemplate:
    'When this template is filled in and kept with the community’s files, it marks the open action on the same component that is due first: as done when everyone who has the template is done, as being done until then.',
  actionLine: (title: string, status: string) => `${title}: ${status}`,
  actionStatuses: { planned: 'planned', doing: 'being done', done: 'done', dropped: 'dropped' } as Record<
    string,
    string
  >,
  unmark: 'Undo this mark',
  unmarkName: (title: string) => `Undo the mark on: ${title}`,
  unmarkLate: 'The action was changed since. Change it on its own page.',

  // Add
  addTitle: 'Add to the pathway',
  addLead: 'An item of the catalogue, or something of your own: a workshop, a visit, a course elsewhere.',
  whatKind: 'What do you add?',
  fromCatalogue: 'An item of the catalogue',
  ofOurOwn: 'Something of our own',
  catalogueItem: 'Item of the catalogue',
  catalogueHint: 'What it builds on comes with it, if it is not on the pathway yet.',
  searchCatalogue: 'Search the catalogue',
  chooseItem: 'Choose an item',
  itemOption: (title: string, kind: string, hours: string) => `${title} (${kind}, ${hours} h)`,
  ownTitle: 'What it is',
  ownHours: 'Hours for one person',
  addWeek: 'Begin in week',
  addButton: 'Add',

  // Plan again
  againTitle: 'Plan again from today',
  againLead: (week: number) =>
    `What is done stays. What is open is put into the weeks from week ${week} on, in the same order, each item after what it builds on. Nothing changes until you choose.`,
  againNothing: 'Nothing is open, so there is nothing to plan again.',
  againHours: 'Hours a week',
  againShow: 'Work it out with these hours',
  againChoice: 'How do you want to go on?',
  againOptions: {
    same: (hours: string) => `Same hours (${hours} a week), and it still ends as agreed`,
    longer: (hours: string, n: number) => `Take ${weeks(n)} longer, at ${hours} hours a week`,
    'more-hours': (hours: string) => `Keep the end, with up to ${hours} hours a week`,
    'set-aside': (n: number) => `Keep the end and the hours, and set ${items(n)} aside`,
  },
  againEnds: (week: number, day: string) => `Ends in week ${week}, on ${day}.`,
  againAside: (titles: string) => `Set aside, because they bring least: ${titles}.`,
  againTable: (option: string) => `Where each item would stand: ${option}`,
  againItem: 'Item',
  againNow: 'Now',
  againThen: 'Then',
  againButton: 'Plan it this way',
  againKeep: 'Leave it as it is',
  asideToKeepEnd: 'Set aside to keep the agreed end.',

  // Revised plan
  changesTitle: 'The revised plan and your board',
  changesLead: (version: number) =>
    `The final plan has a new version, ${version}. Take over what you want; nothing on your board is overwritten.`,
  changesAdd: 'New in the plan: put on the board',
  changesDrop: 'No longer in the plan: set aside',
  changesStart: (day: string) => `Begin week 1 on ${day}`,
  changesStartLegend: 'Start',
  changesNone: 'The pathway of the new version has the same items and the same start.',
  changesButton: 'Take over what is marked',
  changesKeep: 'Take over nothing',
  droppedReason: (version: number) => `No longer in the final plan, version ${version}.`,

  // Close
  closeTitle: 'Ask to close the pathway',
  closeLead: (n: number) =>
    `${n === 1 ? '1 item is' : `${items(n)} are`} still open. If you close, the journey can move on to the endline, and the learning record says what was left open and why.`,
  closeDone: 'Nothing is open. You need not ask: the journey can move on.',
  closeReason: 'Why you close now',
  closeHint: 'For example: “The person who led this has left; we go on next year.”',
  closeButton: 'Ask to close',

  // Calendar
  calendarTitle: 'Pathway in your calendar',
  calendarLead: 'Your items of this pathway, each from its first day to its last. If none is yours, the whole pathway.',
  calendarFeed: 'An address for your calendar program',
  calendarFeedLead:
    'Your calendar follows the board by itself. Whoever has the address can see these items, without signing in: keep it to yourself.',
  calendarMake: 'Make an address',
  calendarMakeNew: 'Make a new address',
  calendarHas: (day: string) =>
    `You made an address on ${day}. It is shown only when it is made. A new one ends the old one.`,
  calendarAddress: 'Your address',
  calendarRevoke: 'End the address',
  calendarOnce: 'A file for once',
  calendarOnceLead: 'As the board stands today. It does not follow later changes.',
  calendarDownload: 'Download the calendar file',
  calendarName: (community: string) => `Pathway of ${community}`,
  calendarText: (hours: string) => `${hours} hours planned`,

  // Learning record
  recordTitle: 'Learning record so far',
  recordLead:
    'What was done, hours and people, and what was set aside and why. It is published when the journey moves on from learning.',
  downloads: 'Download',
  plainText: 'Plain text',

  // Overview, start page
  overviewTitle: 'The pathway',
  openBoard: 'Open the board',
  startTitle: 'On your pathways',
  startLine: (community: string, day: string) => `${community}, by ${day}`,
  startLate: 'past its week',

  // Mail
  mail: {
    greeting: (name: string) => `Hello ${name},`,
    givenSubject: (community: string) => `${community}: something on the pathway for you`,
    given: (by: string, title: string, day: string) => `${by} gave you “${title}”, to be done by ${day}.`,
    openItem: 'Open it',
    weekSubject: 'Your pathway this week',
    weekLead: 'These items of your pathways end this week, or are past their week:',
    weekLine: (title: string, community: string, day: string) => `${title} (${community}), by ${day}`,
    weekLate: (title: string, community: string, day: string) => `${title} (${community}), was planned by ${day}`,
    weekEnd: 'If the week is full, the board can be planned again from today.',
    openBoard: 'Open the board',
  },

  certificateTitle: 'Learning pathway of the community',
  errors: {
    reason: 'Say why, in a sentence.',
    hours: 'Give hours in quarters, from 0.25 to 200.',
    weekly: 'Give hours a week in quarters, from 0.25 to 168.',
    week: 'Choose a week from 1 to 104.',
    person: 'Choose someone of the community.',
    item: 'Choose an item of the catalogue.',
    title: 'Say what it is.',
    kind: 'Choose what you add.',
    option: 'Choose one of the ways, or leave it as it is.',
    again: 'The board changed while you looked. These are the ways as they are now.',
  },
}
