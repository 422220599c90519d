import { assertEquals } from "@std/assert";
import { type Fate, History } from "../doubles/history.ts";

type Story = {
  readonly sent?: string[];
  readonly got?: string[];
  readonly fates?: [label: string, fate: Fate][];
  readonly boundTo?: string;
};

const WELL: Required<Story> = {
  sent: ["1", "2", "3"],
  got: ["1", "2", "3"],
  fates: [["1", "delivered"], ["2", "delivered"], ["3", "delivered"]],
  boundTo: "tab",
};

/** What the checker says of a stream of three messages which one tab gets. */
function judge(story: Story): string[] {
  const { sent, got, fates, boundTo } = { ...WELL, ...story };
  const history = new History();
  for (const label of sent) history.recordSend("stream", label);
  history.recordBind("stream", boundTo);
  for (const label of got) history.recordDelivery("stream", "tab", label);
  for (const [label, fate] of fates) history.recordFate("stream", label, fate);
  return history.findProblems();
}

Deno.test("History finds nothing wrong with what was delivered, or refused or expired with or without arriving", () => {
  const stories: Story[] = [
    WELL,
    { got: ["1", "2"], fates: [["1", "delivered"], ["2", "delivered"], ["3", "expired"]] },
    { got: ["1", "2"], fates: [["1", "delivered"], ["2", "refused"], ["3", "refused"]] },
    { got: ["1", "3"], fates: [["1", "delivered"], ["2", "refused"], ["3", "delivered"]] },
    { got: [], fates: [["1", "expired"], ["2", "expired"], ["3", "expired"]] },
  ];
  for (const story of stories) assertEquals(judge(story), []);
});

const DEFECTS: [defect: string, story: Story, problems: string[]][] = [
  ["a lost message", { got: ["1", "3"] }, [
    "stream: 2 was acknowledged before it was delivered",
    "stream: 3 came to tab where 2 was due",
  ]],
  ["a hole before what expired", {
    got: ["1", "3"],
    fates: [["1", "delivered"], ["2", "expired"], ["3", "expired"]],
  }, ["stream: 3 came to tab where 2 was due"]],
  ["a repeated message", { got: ["1", "2", "2", "3"] }, ["stream: 1 messages came to tab more than once"]],
  ["two messages the wrong way round", { got: ["2", "1", "3"] }, ["stream: 2 came to tab where 1 was due"]],
  ["a message that nobody sent", { got: ["1", "2", "3", "4"] }, ["stream: 4 came to tab where nothing was due"]],
  ["a send without a fate", { fates: [["1", "delivered"], ["2", "delivered"]] }, ["stream: 3 has no fate"]],
  ["a send with two fates", { fates: [...WELL.fates, ["3", "refused"]] }, [
    "stream: 3 was delivered, and then refused",
  ]],
  ["a fate of nothing", { fates: [...WELL.fates, ["4", "expired"]] }, ["stream: 4 is stray"]],
  [
    "an acknowledgement by another tab than the call's",
    { boundTo: "other", got: ["1"], sent: ["1"], fates: [["1", "delivered"]] },
    ["stream: 1 was acknowledged before it was delivered"],
  ],
];

for (const [defect, story, problems] of DEFECTS) {
  Deno.test(`History finds ${defect}`, () => assertEquals(judge(story), problems));
}
