// Builds ../page from src. `--check` fails when ../page was built from other sources.
// The hash is over the sources in a form that tests/local_slack/test_page.py repeats.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const page = new URL("../page/", import.meta.url);

async function sourceHash() {
  const names = (await readdir("src")).sort().map((name) => `src/${name}`);
  const hash = createHash("sha256");
  for (const name of ["build.mjs", "package-lock.json", "package.json", ...names]) {
    hash.update(`${name}\0`);
    hash.update(await readFile(name));
    hash.update("\0");
  }
  return `${hash.digest("hex")}\n`;
}

// What is bundled must carry its license along.
async function licenses(inputs) {
  const folder = /^node_modules\/((?:@[^/]+\/)?[^/]+)/;
  const names = [...new Set(inputs.map((path) => folder.exec(path)?.[1]).filter(Boolean))].sort();
  const texts = names.map(async (name) => {
    const home = `node_modules/${name}`;
    const { version, license } = JSON.parse(await readFile(`${home}/package.json`, "utf8"));
    const file = (await readdir(home)).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? await readFile(`${home}/${file}`, "utf8") : "";
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(72)}\n\n`);
}

const wanted = await sourceHash();
if (process.argv.includes("--check")) {
  const built = await readFile(new URL("sources.sha256", page), "utf8").catch(() => "");
  if (built !== wanted) {
    console.error("local_slack/page is stale: run `npm ci && npm run build` in local_slack/web");
    process.exit(1);
  }
} else {
  await mkdir(page, { recursive: true });
  const { metafile } = await build({
    entryPoints: { app: "src/main.tsx" },
    outdir: "../page",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await writeFile(new URL("licenses.txt", page), await licenses(Object.keys(metafile.inputs)));
  await writeFile(new URL("index.html", page), await readFile("src/index.html"));
  await writeFile(new URL("sources.sha256", page), wanted);
}
