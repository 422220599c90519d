/** The steps of deploy/cloud-init.yaml on a bare machine, from nothing to a call; needs root and the Internet. */

import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { playCallAt } from "../browser/chromium_person.ts";
import { Machine, MACHINE_PROGRAMS } from "../doubles/machine.ts";
import { isMissing } from "../doubles/programs.ts";

const SETUP = "deploy/setup.sh";
const DEPLOY = "/opt/video-calling/source/deploy";
const PATH = `${DEPLOY}/setup.sh`;
const RELEASE = `${DEPLOY}/release.sh`;
const UNIT = "video-calling.service";
const SYSTEMD = "/etc/systemd/system";

/** Sees that both instances answer, each by its own port, and returns their processes. */
async function readInstances(machine: Machine, units: readonly string[]): Promise<string[]> {
  for (const port of [5001, 5002]) {
    const health = `http://127.0.0.1:${port}/healthz`;
    assertMatch(await machine.run("curl", "--fail", "--silent", health), /ok/);
    const metrics = `http://127.0.0.1:1${port}/metrics`;
    assertMatch(await machine.run("curl", "--fail", "--silent", metrics), /^signaling_sockets /m);
  }
  return (await machine.run("systemctl", "show", "--property=MainPID", "--value", ...units)).match(/\d+/g) ?? [];
}

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
      const output = await machine.run(PATH, "push", "server", "nginx", "turn", "firewall", "check");
      assertStringIncludes(output, `People can call each other at https://${machine.name}`);
      const firewall = await machine.run("ufw", "status");
      assertStringIncludes(firewall, "Status: active");
      assertMatch(firewall, new RegExp(`^${machine.sshPort}/tcp +ALLOW`, "m"), "Nobody gets in by SSH");
      assert(!/^22\/tcp /m.test(firewall), firewall);
      assertMatch(await machine.run("nft", "list", "table", "inet", "video_calling_relays"), /skuid/);
      assertMatch(await machine.run("nft", "list", "table", "inet", "video_calling_inbound"), /limit rate over/);
      const failed = await machine.run("systemctl", "list-units", "--failed", "--no-legend");
      assert(failed.trim() === "", failed);
    });

    await t.step("the forwarder of pushes is let in by the server", async () => {
      const look =
        "until journalctl --quiet --unit=video-calling-push | grep --quiet 'Forwarding pushes for'; do sleep 1; done";
      await machine.run("timeout", "60", "sh", "-c", look);
    });

    await t.step("setup.sh changes nothing for the worse when it is run again", async () => {
      const output = await machine.run(
        PATH,
        "deno",
        "settings",
        "push",
        "server",
        "nginx",
        "turn",
        "firewall",
        "check",
      );
      assertStringIncludes(output, `People can call each other at https://${machine.name}`);
    });

    await t.step("secrets stand in no file that everybody may read, and on no command line", async () => {
      const files = ["/etc/video-calling.env", "/etc/video-calling-push.env", "/etc/turnserver.conf"];
      const modes = await machine.run("stat", "--format=%a %U:%G", ...files);
      assertEquals(modes.trim().split("\n"), ["600 root:root", "600 root:root", "640 root:turnserver"]);
      const look = "secret=$(sed -n s/^TURN_SECRET=//p /etc/video-calling.env); for file in /proc/[0-9]*/cmdline; do " +
        'case "$(tr "\\0" " " <$file 2>/dev/null)" in *"$secret"*) echo $file;; esac; done';
      assertEquals((await machine.run("sh", "-c", look)).trim(), "");
    });

    await t.step("nobody is answered who asks for another name", async () => {
      for (const origin of [`https://${machine.address}`, `http://${machine.address}`]) {
        assertMatch(await machine.run("sh", "-c", `curl --insecure --silent ${origin}; echo $?`), /^(?:35|52|56)\n$/);
      }
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

    await t.step("the renewal of another certificate leaves coturn its own", async () => {
      const readFiles = () => machine.run("sha256sum", "/etc/turnserver-cert.pem", "/etc/turnserver-key.pem");
      const before = await readFiles();
      const other = "/etc/letsencrypt/live/other.test";
      await machine.run("sh", "-c", `mkdir ${other} && echo other | tee ${other}/fullchain.pem >${other}/privkey.pem`);
      await machine.run("env", `RENEWED_LINEAGE=${other}`, "/etc/letsencrypt/renewal-hooks/deploy/video-calling");
      assertEquals(await readFiles(), before);
    });

    await t.step("the renewal of its own reaches coturn, which goes on", async () => {
      const readProcess = () => machine.run("systemctl", "show", "--property=MainPID,ActiveState", "coturn");
      const before = await readProcess();
      assertMatch(before, /ActiveState=active/);
      const own = `RENEWED_LINEAGE=/etc/letsencrypt/live/${machine.name}`;
      await machine.run("env", own, "/etc/letsencrypt/renewal-hooks/deploy/video-calling");
      assertEquals(await readProcess(), before);
    });

    const units = ["video-calling@5001", "video-calling@5002"];
    const readUnits = () => machine.run("cat", `${SYSTEMD}/${UNIT}`, `${SYSTEMD}/video-calling@.service`);
    const mark = "# The next one.";

    await t.step("the unit runs as two instances, and a release starts both again by its own unit", async () => {
      const target = `${SYSTEMD}/video-calling@.service`;
      await machine.run("cp", `${DEPLOY}/${UNIT}`, target);
      await machine.run("install", "-D", "-m", "644", `${DEPLOY}/instance.conf`, `${target}.d/instance.conf`);
      await machine.run("systemctl", "daemon-reload");
      await machine.run("systemctl", "disable", "--now", "video-calling");
      await machine.run("systemctl", "enable", "--now", ...units);
      await machine.run("rm", `/opt/video-calling/current/${UNIT}`); // As releases were before units were kept.
      // Whoever builds it says who that is, too.
      const say = `console.log("built by", new TextDecoder().decode(new Deno.Command("id").outputSync().stdout));`;
      await machine.publish(`echo "${mark}" >>deploy/${UNIT}; echo '${say}' >>deploy/bundle.ts`);
      const before = await machine.run("systemctl", "show", "--property=MainPID", "--value", ...units);
      const output = await machine.run("sh", "-c", `${RELEASE} 2>&1`);
      assertMatch(output, / runs$/m);
      assertMatch(output, /^built by uid=[1-9]\d+/m);
      const foreign = "find /opt/video-calling/releases ( ! -user root -o -perm /022 -o -type l )";
      assertEquals((await machine.run(...foreign.split(" "))).trim(), "", "Not all of a release is root's own");
      const after = await readInstances(machine, units);
      for (const pid of after) assert(pid !== "0" && !before.includes(pid), `${before} ${after}`);
      assertEquals((await readUnits()).split(mark).length, 3, "Both have it");
      assertMatch(await machine.run("systemctl", "show", "--property=NeedDaemonReload", ...units), /^(\S+=no\s*){2}$/);
    });

    await t.step("the release before comes back with its unit", async () => {
      assertMatch(await machine.run(RELEASE, "--back"), / runs again$/m);
      assert(!(await readUnits()).includes(mark), "It has the unit of the other");
      await readInstances(machine, units);
    });

    await t.step("setup.sh leaves instances what they are", async () => {
      const instances = "/etc/nginx/video-calling/instances.conf";
      await machine.run("sh", "-c", `printf 'server 127.0.0.1:%s;\n' 5001 5002 >${instances}`);
      await machine.run(PATH, "server", "nginx", "turn", "firewall", "check");
      assertEquals(await machine.run("cat", instances), "server 127.0.0.1:5001;\nserver 127.0.0.1:5002;\n");
      assertEquals((await readUnits()).split(mark).length, 3);
      await readInstances(machine, units);
      const states = "systemctl is-enabled video-calling; systemctl is-active video-calling; true";
      assertEquals((await machine.run("sh", "-c", states)).trim(), "disabled\ninactive");

      await machine.run("cp", `${DEPLOY}/nginx/instances.conf`, instances);
      await machine.run("systemctl", "disable", "--now", ...units);
      await machine.run("systemctl", "enable", "--now", "video-calling");
    });

    await t.step("a release is not taken whose tag leads elsewhere, nor one whose page is another", async () => {
      const before = await machine.run("readlink", "/opt/video-calling/current");
      const fail = async (change: string, reason: string) => {
        const kept = await machine.run("cat", "/etc/video-calling.setup");
        await machine.run("sh", "-c", `${change} /etc/video-calling.setup`);
        const output = await machine.run("sh", "-c", `${RELEASE} 2>&1; echo ended with $?`);
        assertStringIncludes(output, reason);
        assertStringIncludes(output, "ended with 1");
        assertEquals(await machine.run("readlink", "/opt/video-calling/current"), before);
        await machine.run("sh", "-c", `cat >/etc/video-calling.setup <<'END'\n${kept}END`);
      };
      await fail("sed -i s/^COMMIT=.*/COMMIT=0123456789012345678901234567890123456789/", "leads to");
      await fail("sed -i /^COMMIT=/d", "not the whole hash");
      await fail(`sed -i '$ a BUNDLE=${"0".repeat(64)}'`, "not the one that BUNDLE is the hash of");
    });

    await t.step("a release that does not come up gives way to the one before", async () => {
      const before = await machine.run("readlink", "/opt/video-calling/current");
      await machine.publish(`echo 'throw new Error("spoiled");' >>server.ts`);
      const output = await machine.run("sh", "-c", `${RELEASE} 2>&1; echo ended with $?`);
      assertStringIncludes(output, "runs again");
      assertStringIncludes(output, "ended with 1");
      assert(before === await machine.run("readlink", "/opt/video-calling/current"), "It did not go back");
      assertMatch(await machine.run("curl", "--fail", "--silent", "http://127.0.0.1:5000/healthz"), /ok/);
    });
  },
});
