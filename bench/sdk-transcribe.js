/**
What `transcribe()` of the vendor's own client does with a file: prints the document when it has it.
*/
import {openAsBlob} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {BatchClient} from '@speechmatics/batch-client';

const [file, apiUrl] = process.argv.slice(2);
const client = new BatchClient({apiKey: process.env.SPEECHMATICS_API_KEY, apiUrl, appId: 'bench'});
const document = await client.transcribe(
	{data: await openAsBlob(file), fileName: path.basename(file)},
	{transcription_config: {language: 'en'}},
	'json-v2',
);
process.stdout.write(JSON.stringify(document), () => process.exit(0));
