@echo off
rem Starts ProSyncHub with a Java 25 or newer, found where Java usually lives.
setlocal EnableExtensions EnableDelayedExpansion
set "HOMEDIR=%~dp0.."
set "JAVA="

call :try "%PROSYNCHUB_JAVA_HOME%"
call :try "%HOMEDIR%\runtime"
call :try "%JAVA_HOME%"
if not defined JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :trybin "%%~$PATH:J"
for %%R in (
    "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
    "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
    "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java"
) do if not defined JAVA if exist "%%~R" for /d %%D in ("%%~R\*") do call :try "%%~D"

if not defined JAVA (
    echo ProSyncHub needs Java 25 or newer and found none: install one, such as Eclipse Temurin 25, or set JAVA_HOME to it. 1>&2
    exit /b 1
)
"%JAVA%" "@%HOMEDIR%\lib\jvm.options" %PROSYNCHUB_JAVA_OPTS% ^
    --module-path "%HOMEDIR%\lib\javafx" --add-modules javafx.controls,javafx.fxml ^
    -classpath "%HOMEDIR%\lib\*" com.prosynchub.launch.Launcher %*
exit /b %ERRORLEVEL%

:trybin
for %%B in ("%~dp1..") do call :try "%%~fB"
exit /b 0

:try
if defined JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do (
    for /f "tokens=1 delims=." %%M in ("%%~V") do set "MAJOR=%%M"
)
if not defined MAJOR exit /b 0
if !MAJOR! geq 25 set "JAVA=%~1\bin\java.exe"
exit /b 0
