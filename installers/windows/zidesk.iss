; The same installer made with Inno Setup 6, for whoever prefers it; NSIS makes the one that is handed out.
; iscc /DVersion=1.0.0 /DFrozen=..\..\build\dist\frozen\zidesk /O..\..\build\dist zidesk.iss
; Never run here: there is no Inno Setup on Linux.

#ifndef Version
  #error "iscc /DVersion=… /DFrozen=…"
#endif

[Setup]
AppId={{6E0C2B0B-7C0E-4B55-9B11-5C1B0C5B7A11}
AppName=ZIDesk
AppVersion={#Version}
AppPublisher=ZIDesk
DefaultDirName={localappdata}\Programs\ZIDesk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\resources\icons\app\zidesk.ico
UninstallDisplayIcon={app}\zidesk-window.exe
OutputBaseFilename=zidesk-{#Version}-setup-inno
Compression=lzma2/max
SolidCompression=yes
CloseApplications=yes

[Languages]
; Inno Setup brings no Indonesian: its own buttons stay English unless Indonesian.isl is put beside this file
#if FileExists("Indonesian.isl")
Name: "id"; MessagesFile: "Indonesian.isl"
#else
Name: "en"; MessagesFile: "compiler:Default.isl"
#endif

[InstallDelete]
; files of an older version must not stay between the new ones; workspaces are elsewhere
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{userprograms}\ZIDesk"; Filename: "{app}\zidesk-window.exe"
Name: "{userdesktop}\ZIDesk"; Filename: "{app}\zidesk-window.exe"

[Run]
Filename: "{app}\zidesk-window.exe"; Description: "Buka ZIDesk sekarang"; Flags: nowait postinstall skipifsilent
