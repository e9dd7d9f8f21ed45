const named = (kind, all) => Object.entries(all).map(([name, make]) => [`${kind} ${name}`, make]);
const templates = synthesize(Object.fromEntries([...named("trigger", triggers), ...named("access", accesses)]));
rmSync(scratch, { recursive: true });
console.log(JSON.stringify(templates));
