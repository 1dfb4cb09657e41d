# Tries the installer as a user without rights would, silently: install, self-test, install again, remove.
$ErrorActionPreference = "Stop"
$setup = Get-Item "build/dist/zidesk-*-setup.exe"
$folder = "$env:LOCALAPPDATA\Programs\ZIDesk"
$note = "$env:TEMP\uji-diri.txt"

function Call($file, $arguments) {
    $done = Start-Process -FilePath $file -ArgumentList $arguments -Wait -PassThru
    if ($done.ExitCode -ne 0) { throw "$file ended with $($done.ExitCode)" }
}

Call $setup.FullName "/S"
Call "$folder\zidesk-window.exe" "--self-test `"$note`""
Get-Content -Encoding UTF8 $note
& "$folder\zidesk.exe" --self-test
if ($LASTEXITCODE -ne 0) { throw "zidesk.exe --self-test ended with $LASTEXITCODE" }

# what is not the installer's stays: a file of an older version goes, a workspace within the folder does not
New-Item -ItemType File "$folder\_internal\lama.pyd" | Out-Null
New-Item -ItemType Directory "$folder\Berkas saya" | Out-Null
Call $setup.FullName "/S"
if (Test-Path "$folder\_internal\lama.pyd") { throw "a file of the older version has stayed" }

# the uninstaller copies itself away and goes on there, unless it is told where it is
Call "$folder\copot.exe" "/S _?=$folder"
Remove-Item "$folder\copot.exe" -ErrorAction SilentlyContinue
if (Test-Path "$folder\_internal") { throw "the program has stayed" }
if (-not (Test-Path "$folder\Berkas saya")) { throw "a folder of the user is gone" }
if (Test-Path "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\ZIDesk") { throw "still listed" }
Remove-Item -Recurse $folder
