; The installer for Windows: for one user, without the rights of an administrator, in Indonesian.
; Called by installers/windows_setup.py, which hands in VERSION FROZEN OUT ICON LICENCE KILOBYTES.
; Only what this installer has put there is ever removed; workspaces are folders of the user's own.

Unicode true
Target amd64-unicode
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64  ; both programs carry the same modules: with this they are packed once
ManifestDPIAware true

!include MUI2.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh

!define PROGRAM "zidesk-window.exe"
!define CONSOLE "zidesk.exe"
!define LISTING "Software\Microsoft\Windows\CurrentVersion\Uninstall\ZIDesk"
!define PLACE "Software\ZIDesk"

Name "ZIDesk"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\ZIDesk"
InstallDirRegKey HKCU "${PLACE}" "Folder"
BrandingText "ZIDesk ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "ZIDesk"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Pemasang ZIDesk"
VIAddVersionKey /LANG=0 "LegalCopyright" "Lisensi MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Buka ZIDesk sekarang"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

; A program that runs cannot be replaced: its file does not open for writing.
!macro WaitUntilClosed FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\${FILE}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${Break}
      ${EndIf}
      ${If} ${Silent}
        SetErrorLevel 2
        Quit
      ${ElseIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "ZIDesk masih terbuka. Tutup dahulu jendelanya." IDCANCEL`
        Quit
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

; Exactly what the installer has brought. The folder itself goes only when nothing else is in it.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\LISENSI-PIHAK-KETIGA.txt"
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "ZIDesk memerlukan Windows 10 atau 11 versi 64-bit." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro WaitUntilClosed "${PROGRAM}"
  !insertmacro WaitUntilClosed "${CONSOLE}"
  !insertmacro RemoveProgram ; files of an older version must not stay between the new ones
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}\*"
  WriteUninstaller "$INSTDIR\copot.exe"
  CreateShortcut "$SMPROGRAMS\ZIDesk.lnk" "$INSTDIR\${PROGRAM}"
  CreateShortcut "$DESKTOP\ZIDesk.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${PLACE}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${LISTING}" "DisplayName" "ZIDesk"
  WriteRegStr HKCU "${LISTING}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTING}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${LISTING}" "Publisher" "ZIDesk"
  WriteRegStr HKCU "${LISTING}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTING}" "UninstallString" '"$INSTDIR\copot.exe"'
  WriteRegStr HKCU "${LISTING}" "QuietUninstallString" '"$INSTDIR\copot.exe" /S'
  WriteRegDWORD HKCU "${LISTING}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${LISTING}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTING}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro WaitUntilClosed "${PROGRAM}"
  !insertmacro WaitUntilClosed "${CONSOLE}"
  !insertmacro RemoveProgram
  Delete "$INSTDIR\copot.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\ZIDesk.lnk"
  Delete "$DESKTOP\ZIDesk.lnk"
  DeleteRegKey HKCU "${LISTING}"
  DeleteRegKey HKCU "${PLACE}"
SectionEnd
