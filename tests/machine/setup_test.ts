/** The steps of deploy/cloud-init.yaml on a bare machine, from nothing to a call; needs root and the Internet. */

import { assert, assertMatch, assertStringIncludes } from "@std/assert";
import { playCallAt } from "../browser/chromium_person.ts";
import { Machine, MACHINE_PROGRAMS } from "../doubles/machine.ts";
import { isMissing } from "../doubles/programs.ts";

const SETUP = "deploy/setup.sh";
const PATH = `/opt/video-calling/source/${SETUP}`;

function playCall({ name, address }: Machine): Promise<void> {
  const options = [`--host-resolver-rules=MAP ${name} ${address}`, "--ignore-certificate-errors"];
  return playCallAt(`https://${name}`, options);
}

const NAME = "A bare machine that follows cloud-init's steps carries a call";
Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ...MACHINE_PROGRAMS, chromium: "chromium" }) || Deno.uid() !== 0,
  sanitizeOps: false, // The browser's driver keeps timers of its own.
  sanitizeResources: false,
  async fn(t) {
    await using machine = await Machine.create();
    await machine.prepare(SETUP, "packages", "deno", "settings");
    await machine.prepare("deno", "task", "bundle"); // Fills the cache that the build will find.
    await machine.addCertificate();
    await machine.boot();

    await t.step("setup.sh brings up server, nginx, TURN and firewall", async () => {
      const output = await machine.run(PATH, "server", "nginx", "turn", "firewall", "check");
      assertStringIncludes(output, `People can call each other at https://${machine.name}`);
      assertStringIncludes(await machine.run("ufw", "status"), "Status: active");
      const failed = await machine.run("systemctl", "list-units", "--failed", "--no-legend");
      assert(failed.trim() === "", failed);
    });

    await t.step("setup.sh changes nothing for the worse when it is run again", async () => {
      const output = await machine.run(PATH, "deno", "settings", "server", "nginx", "turn", "firewall", "check");
      assertStringIncludes(output, `People can call each other at https://${machine.name}`);
    });

    await t.step("the doctor finds it well", async () => {
      const doctor = `/opt/video-calling/source/doctor/main.ts`;
      const output = await machine.run("deno", "run", "--allow-net", doctor, "--quick", `https://${machine.name}`);
      assertStringIncludes(output, "All is well.");
    });

    await t.step("it carries a call", () => playCall(machine));

    await t.step("systemd starts the server again when it is killed", async () => {
      const readPid = async () =>
        (await machine.run("systemctl", "show", "--property=MainPID", "--value", "video-calling")).trim();
      const pid = await readPid();
      await machine.run("sh", "-c", `kill -KILL ${pid}`);
      const probe = ["--retry", "20", "--retry-delay", "1", "--retry-connrefused", "http://127.0.0.1:5000/healthz"];
      assertMatch(await machine.run("curl", "--fail", "--silent", ...probe), /ok/);
      assert(pid !== await readPid(), "It is the same process");
    });

    await t.step("the unit runs as two instances, and a release starts both again", async () => {
      const units = ["video-calling@5001", "video-calling@5002"];
      const source = "/opt/video-calling/source/deploy";
      const target = "/etc/systemd/system/video-calling@.service";
      await machine.run("cp", `${source}/video-calling.service`, target);
      await machine.run("install", "-D", "-m", "644", `${source}/instance.conf`, `${target}.d/instance.conf`);
      await machine.run("systemctl", "daemon-reload");
      await machine.run("systemctl", "enable", "--now", ...units);
      const readPids = () => machine.run("systemctl", "show", "--property=MainPID", "--value", ...units);
      const before = await readPids();
      assertMatch(await machine.run("sh", "-c", `${source}/release.sh 2>&1`), / runs$/m);
      const after = await readPids();
      for (const pid of after.match(/\d+/g) ?? []) assert(pid !== "0" && !before.includes(pid), `${before} ${after}`);
      for (const port of [5001, 5002]) {
        const health = `http://127.0.0.1:${port}/healthz`;
        assertMatch(await machine.run("curl", "--fail", "--silent", health), /ok/);
        const metrics = `http://127.0.0.1:1${port}/metrics`;
        assertMatch(await machine.run("curl", "--fail", "--silent", metrics), /^signaling_sockets /m);
      }
      await machine.run("systemctl", "disable", "--now", ...units);
    });

    await t.step("a release that does not come up gives way to the one before", async () => {
      const release = "/opt/video-calling/source/deploy/release.sh";
      const before = await machine.run("readlink", "/opt/video-calling/current");
      const spoil = "echo 'throw new Error(\"spoiled\");' >> /opt/video-calling/source/server.ts";
      await machine.run("sh", "-c", spoil);
      const output = await machine.run("sh", "-c", `${release} 2>&1; echo ended with $?`);
      assertStringIncludes(output, "runs again");
      assertStringIncludes(output, "ended with 1");
      assert(before === await machine.run("readlink", "/opt/video-calling/current"), "It did not go back");
      assertMatch(await machine.run("curl", "--fail", "--silent", "http://127.0.0.1:5000/healthz"), /ok/);
    });
  },
});
