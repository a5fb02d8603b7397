import './checks';
import './fixes';
import './configuration';
import './commands';
import './navigation';
import './preview';
import './reports';
import './writing';
import './agents';
import './locale';
import { startClean } from './clean';
import { runTests } from './harness';

/** The entry that VS Code calls, in the Node and in the web worker extension host alike. */
export function run(): Promise<void> {
  return runTests(startClean);
}
