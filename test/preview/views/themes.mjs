// The colours of VS Code's own themes, as far as the views use them.
const font = "--vscode-font-family: 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif; --vscode-font-size: 13px; --vscode-editor-font-family: monospace";

/** @param {Record<string, string>} colors */
const variables = (colors) => `${Object.entries(colors).map(([name, color]) => `--vscode-${name}: ${color};`).join(' ')} ${font}`;

export const themes = {
  light: variables({
    'editor-background': '#ffffff', foreground: '#3b3b3b', descriptionForeground: '#3b3b3b', errorForeground: '#f85149', focusBorder: '#005fb8',
    'editorWidget-border': '#c8c8c8', 'panel-border': '#e5e5e5', 'input-border': '#cecece', 'input-background': '#ffffff', 'input-foreground': '#3b3b3b', 'dropdown-border': '#cecece',
    'inputOption-activeBackground': '#bed6ed', 'inputOption-activeForeground': '#000000', 'inputOption-activeBorder': '#005fb8', 'toolbar-hoverBackground': '#b8b8b850',
    'button-secondaryForeground': '#3b3b3b', 'button-secondaryBackground': '#e5e5e5', 'button-secondaryHoverBackground': '#cccccc', 'textLink-foreground': '#005fb8', 'textLink-activeForeground': '#005fb8',
    'textBlockQuote-background': '#f8f8f8', 'textPreformat-foreground': '#3b3b3b', 'textPreformat-background': '#0000001f', 'badge-foreground': '#3b3b3b', 'badge-background': '#cccccc',
    'list-hoverBackground': '#f2f2f2', 'list-inactiveSelectionBackground': '#e4e6f1', 'list-activeSelectionBackground': '#e8e8e8', 'list-activeSelectionForeground': '#000000',
    'keybindingTable-headerBackground': '#3b3b3b0a', 'keybindingTable-rowsBackground': '#3b3b3b0a', 'editorError-foreground': '#e51400', 'editorWarning-foreground': '#bf8803', 'editorInfo-foreground': '#0063d3',
    'charts-blue': '#0063d3', 'charts-green': '#388a34', 'charts-purple': '#652d90', 'charts-orange': '#d18616', 'testing-iconPassed': '#388a34',
  }),
  dark: variables({
    'editor-background': '#1f1f1f', foreground: '#cccccc', descriptionForeground: '#9d9d9d', errorForeground: '#f85149', focusBorder: '#0078d4',
    'editorWidget-border': '#454545', 'panel-border': '#2b2b2b', 'input-border': '#3c3c3c', 'input-background': '#313131', 'input-foreground': '#cccccc', 'dropdown-border': '#3c3c3c',
    'inputOption-activeBackground': '#2489db82', 'inputOption-activeForeground': '#ffffff', 'inputOption-activeBorder': '#2488db', 'toolbar-hoverBackground': '#5a5d5e50',
    'button-secondaryForeground': '#cccccc', 'button-secondaryBackground': '#313131', 'button-secondaryHoverBackground': '#3c3c3c', 'textLink-foreground': '#4daafc', 'textLink-activeForeground': '#4daafc',
    'textBlockQuote-background': '#2b2b2b', 'textPreformat-foreground': '#d0d0d0', 'textPreformat-background': '#3c3c3c', 'badge-foreground': '#f8f8f8', 'badge-background': '#616161',
    'list-hoverBackground': '#2a2d2e', 'list-inactiveSelectionBackground': '#37373d', 'list-activeSelectionBackground': '#04395e', 'list-activeSelectionForeground': '#ffffff',
    'keybindingTable-headerBackground': '#cccccc0a', 'keybindingTable-rowsBackground': '#cccccc0a', 'editorError-foreground': '#f14c4c', 'editorWarning-foreground': '#cca700', 'editorInfo-foreground': '#59a4f9',
    'charts-blue': '#59a4f9', 'charts-green': '#89d185', 'charts-purple': '#b180d7', 'charts-orange': '#d18616', 'testing-iconPassed': '#73c991',
  }),
  'high contrast': variables({
    'editor-background': '#000000', foreground: '#ffffff', descriptionForeground: '#ffffffb3', errorForeground: '#f48771', focusBorder: '#f38518', contrastBorder: '#6fc3df', contrastActiveBorder: '#f38518',
    'editorWidget-border': '#6fc3df', 'panel-border': '#6fc3df', 'input-border': '#6fc3df', 'input-background': '#000000', 'input-foreground': '#ffffff', 'dropdown-border': '#6fc3df',
    'inputOption-activeBackground': '#00000000', 'inputOption-activeForeground': '#ffffff', 'inputOption-activeBorder': '#6fc3df', 'button-secondaryForeground': '#ffffff', 'button-secondaryBackground': '#000000',
    'textLink-foreground': '#21a6ff', 'textLink-activeForeground': '#21a6ff', 'textPreformat-foreground': '#000000', 'textPreformat-background': '#ffffff', 'badge-foreground': '#ffffff', 'badge-background': '#000000',
    'list-hoverBackground': '#ffffff1a', 'editorError-foreground': '#f48771', 'editorWarning-foreground': '#ffd370', 'editorInfo-foreground': '#59a4f9',
    'charts-blue': '#59a4f9', 'charts-green': '#89d185', 'charts-purple': '#b180d7', 'testing-iconPassed': '#73c991',
  }),
  'high contrast light': variables({
    'editor-background': '#ffffff', foreground: '#292929', descriptionForeground: '#292929b3', errorForeground: '#b5200d', focusBorder: '#006bbd', contrastBorder: '#0f4a85', contrastActiveBorder: '#006bbd',
    'editorWidget-border': '#0f4a85', 'panel-border': '#0f4a85', 'input-border': '#0f4a85', 'input-background': '#ffffff', 'input-foreground': '#292929', 'dropdown-border': '#0f4a85',
    'inputOption-activeBackground': '#00000000', 'inputOption-activeForeground': '#292929', 'inputOption-activeBorder': '#0f4a85', 'button-secondaryForeground': '#292929', 'button-secondaryBackground': '#ffffff',
    'textLink-foreground': '#0f4a85', 'textLink-activeForeground': '#0f4a85', 'textPreformat-foreground': '#ffffff', 'textPreformat-background': '#09345f', 'badge-foreground': '#ffffff', 'badge-background': '#0f4a85',
    'list-hoverBackground': '#0f4a851a', 'list-inactiveSelectionBackground': '#0f4a851a', 'editorError-foreground': '#b5200d', 'editorWarning-foreground': '#895503', 'editorInfo-foreground': '#1a85ff',
    'charts-blue': '#1a85ff', 'charts-green': '#388a34', 'charts-purple': '#652d90', 'testing-iconPassed': '#007100',
  }),
};
