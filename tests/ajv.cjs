// Reads schemas by name and cases, [name, data], and writes a list of verdicts. All in one process.
const Ajv = require(process.argv[2]);
const { schemas, cases } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
ajv.addVocabulary(["markdownDescription", "markdownEnumDescriptions", "errorMessage", "defaultSnippets"]);
for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
process.stdout.write(JSON.stringify(cases.map(([name, data]) => ajv.validate(name, data))));
