/** When nobody is to disturb: a switch, an hour, and a time of each day. */

import { quietForAnHour, quietSetting, quietTimes, switchQuiet } from "../../../attention/do_not_disturb.ts";
import { readClock } from "../../../attention/quiet_times.ts";
import { quietEnd, quietSentence } from "./quiet_now.ts";
import { ringingWords } from "./ringing_words.ts";

export function QuietPart() {
  const [words, end, { isDaily, from, to }] = [ringingWords.value, quietEnd.value, quietTimes.value];
  const switchTo = (isOn: boolean) => {
    const moment = readClock();
    quietSetting.change((times) => switchQuiet(times, isOn, moment));
  };
  const beginHour = () => {
    const moment = readClock();
    quietSetting.change((times) => quietForAnHour(times, moment));
  };
  return (
    <section>
      <div class="setting">
        <div>
          <label for="quiet-switch">{words.doNotDisturb}</label>
          <p id="quiet-note" class="quiet">
            {end === null || end === Infinity ? words.whatQuietIs : quietSentence()}
          </p>
        </div>
        <input
          id="quiet-switch"
          class="switch"
          type="checkbox"
          role="switch"
          aria-describedby="quiet-note"
          checked={end !== null}
          onChange={({ currentTarget }) => switchTo(currentTarget.checked)}
        />
      </div>
      <button type="button" class="button tonal" onClick={beginHour}>{words.forAnHour}</button>
      <div class="setting">
        <div>
          <label for="quiet-daily">{words.daily}</label>
          <p id="quiet-daily-note" class="quiet">{isDaily && from === to && words.noTime}</p>
        </div>
        <input
          id="quiet-daily"
          class="switch"
          type="checkbox"
          role="switch"
          aria-describedby="quiet-daily-note"
          checked={isDaily}
          onChange={({ currentTarget: { checked } }) =>
            quietSetting.change((times) => ({ ...times, isDaily: checked, exceptUntilMs: null }))}
        />
      </div>
      <div class="times">
        <TimeOfDay name="from" label={words.from} />
        <TimeOfDay name="to" label={words.to} />
      </div>
    </section>
  );
}

function TimeOfDay({ name, label }: { readonly name: "from" | "to"; readonly label: string }) {
  const minute = quietTimes.value[name];
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0"));
  return (
    <label>
      <span class="quiet">{label}</span>
      <input
        class="field"
        type="time"
        required
        disabled={!quietTimes.value.isDaily}
        value={`${hours}:${minutes}`}
        onChange={({ currentTarget: { value } }) => {
          const [, wantedHours, wantedMinutes] = /^(\d\d):(\d\d)/.exec(value) ?? [];
          if (wantedHours === undefined) return; // Half typed, and so none.
          const wanted = Number(wantedHours) * 60 + Number(wantedMinutes);
          quietSetting.change((times) => ({ ...times, [name]: wanted, exceptUntilMs: null }));
        }}
      />
    </label>
  );
}
