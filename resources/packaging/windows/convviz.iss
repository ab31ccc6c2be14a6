; The installer for Windows, by Inno Setup 6. resources/packaging/build calls it:
;     iscc /DVersion=1.2.3 /DFolder=...\ConvViz /DOut=...\dist convviz.iss
; Installs for one user without an administrator, or for all with one, and opens .convviz files.

[Setup]
AppId={{7B5C2F0E-3D64-4E0B-9A57-0C6A1B8C5D21}
AppName=ConvViz
AppVersion={#Version}
AppPublisher=The ConvViz authors
DefaultDirName={autopf}\ConvViz
DefaultGroupName=ConvViz
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
OutputDir={#Out}
OutputBaseFilename=ConvViz-{#Version}-windows-x86_64-setup
SetupIconFile=..\icons\convviz.ico
UninstallDisplayIcon={app}\ConvViz.exe
LicenseFile=..\..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
#if FileExists(CompilerPath + "Languages\Korean.isl")
Name: "ko"; MessagesFile: "compiler:Languages\Korean.isl"
#endif

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\ConvViz"; Filename: "{app}\ConvViz.exe"
Name: "{autodesktop}\ConvViz"; Filename: "{app}\ConvViz.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.convviz"; ValueType: string; ValueData: "ConvViz.Document"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.convviz"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.convviz"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\ConvViz.Document"; ValueType: string; ValueData: "ConvViz document"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ConvViz.Document\DefaultIcon"; ValueType: string; ValueData: "{app}\ConvViz.exe,0"
Root: HKA; Subkey: "Software\Classes\ConvViz.Document\shell\open\command"; ValueType: string; ValueData: """{app}\ConvViz.exe"" ""%1"""

[Run]
Filename: "{app}\ConvViz.exe"; Description: "{cm:LaunchProgram,ConvViz}"; Flags: nowait postinstall skipifsilent
