import { Uri } from 'vscode';
import { documentOf } from '../documents';

/** Saves a configuration file after a quick fix has changed it: only the saved file applies. */
export async function saveConfiguration(uri: unknown): Promise<void> {
  if (typeof uri === 'string') await (await documentOf(Uri.parse(uri)))?.save();
}
