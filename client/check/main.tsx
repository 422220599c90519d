/** The connection check's composition root. */

import { render } from "preact";
import { readSetting } from "../settings.ts";
import { CheckPage } from "./check_page.tsx";
import { runChecks } from "./run.ts";
import { isRelayOnly } from "./state.ts";

isRelayOnly.value = readSetting("relay-only") !== "";
const socketUrl = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/socket`;
const root = document.getElementById("app");
if (root !== null) render(<CheckPage onStart={() => void runChecks(socketUrl)} />, root);
