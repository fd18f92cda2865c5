// Starts `nnc language-server`, which knows all that this extension shows.
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

/** The conversation with the server, if there is one. */
let client;

/** The setting, with ~ and ${workspaceFolder} as shells and VS Code understand them. */
function command() {
  const setting = vscode.workspace.getConfiguration('leibniz').get('nnc.path') || 'nnc';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  return setting.replace(/^~(?=[/\\])/, require('os').homedir()).replace('${workspaceFolder}', folder);
}

async function start() {
  const run = { command: command(), args: ['language-server'], transport: TransportKind.stdio };
  client = new LanguageClient('leibniz', 'Leibniz', run, {
    documentSelector: [{ language: 'nn' }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.nn') },
  });
  try {
    await client.start();
  } catch (fault) {
    client = undefined;
    const choice = await vscode.window.showErrorMessage(
      `Leibniz: \`${run.command}\` cannot be started. Set \`leibniz.nnc.path\` to where it is.`, 'Open setting');
    if (choice) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'leibniz.nnc.path');
    }
  }
}

async function stop() {
  const old = client;
  client = undefined;
  await old?.stop();
}

async function restart() {
  await stop();
  await start();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('leibniz.restart', restart),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('leibniz.nnc.path')) {
        restart();
      }
    }));
  await start();
}

module.exports = { activate, deactivate: stop };
