<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What Qt's own Korean texts (qtbase_ko.qm) lack, or name in a way that nobody reads on a key. -->
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>찾는 위치(&amp;L):</translation></message>
    <message><source>Look in:</source><translation>찾는 위치:</translation></message>
    <message><source>Files of &amp;type:</source><translation>파일 형식(&amp;T):</translation></message>
    <message><source>Files of type:</source><translation>파일 형식:</translation></message>
    <message><source>Go to the parent directory</source><translation>상위 폴더로 이동</translation></message>
    <message><source>Parent Directory</source><translation>상위 폴더</translation></message>
    <message><source>Create a New Folder</source><translation>새 폴더 만들기</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Drive</source><translation>드라이브</translation></message>
    <message><source>Folder</source><comment>All other platforms</comment><translation>폴더</translation></message>
    <message><source>File Folder</source><comment>Match Windows Explorer</comment><translation>파일 폴더</translation></message>
    <message><source>Folder</source><comment>macOS Finder</comment><translation>폴더</translation></message>
    <message><source>File</source><comment>Match Windows Explorer</comment><translation>파일</translation></message>
    <message><source>%1 File</source><comment>%1 is a file name suffix, for example txt</comment><translation>%1 파일</translation></message>
    <message><source>Alias</source><comment>macOS Finder</comment><translation>가상본</translation></message>
    <message><source>Shortcut</source><comment>All other platforms</comment><translation>바로 가기</translation></message>
    <message><source>Unknown</source><translation>알 수 없음</translation></message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message><source>My Computer</source><translation>내 컴퓨터</translation></message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message><source>Discard</source><translation>저장 안 함</translation></message>
</context>
<context>
    <name>QShortcut</name>
    <message><source>Left</source><translation>←</translation></message>
    <message><source>Right</source><translation>→</translation></message>
    <message><source>Up</source><translation>↑</translation></message>
    <message><source>Down</source><translation>↓</translation></message>
    <message><source>Control</source><translation>Ctrl</translation></message>
    <message><source>Keyboard</source><translation>키보드</translation></message>
</context>
</TS>
