/** Stands for `vscode` where the tests are only listed, outside of VS Code. */
export {};
