<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>costs</name>
    <message>
        <source>MACs</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
</context>
<context>
    <name>counts</name>
    <message>
        <source>Whole network</source>
        <translation>네트워크 전체</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Share of each layer</source>
        <translation>층별 비율</translation>
    </message>
    <message>
        <source>MAC = one multiply and one add</source>
        <translation>MAC = 곱셈 1회 + 덧셈 1회</translation>
    </message>
    <message>
        <source>[muted]≈ {short}[/]</source>
        <translation>[muted]≈ {short}[/]</translation>
    </message>
    <message>
        <source>network</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Output volume</source>
        <translation>출력 볼륨</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>곱셈-누산(MAC)</translation>
    </message>
    <message>
        <source>MACs on padding</source>
        <translation>패딩의 MAC</translation>
    </message>
    <message>
        <source>Multiplications</source>
        <translation>곱셈</translation>
    </message>
    <message>
        <source>Additions</source>
        <translation>덧셈</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>나눗셈</translation>
    </message>
    <message>
        <source>Exponentials</source>
        <translation>지수 함수</translation>
    </message>
    <message>
        <source>Activations, bytes</source>
        <translation>활성값(바이트)</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>수용 영역</translation>
    </message>
    <message>
        <source>Pin this network to compare</source>
        <translation>이 네트워크를 고정해 비교</translation>
    </message>
    <message>
        <source>Pin this network to compare with it</source>
        <translation>이 네트워크를 비교 기준으로 고정</translation>
    </message>
    <message>
        <source>[good]{percent}, {ratio}× fewer[/]</source>
        <translation>[good]{percent}, 1/{ratio}으로(로) 감소[/]</translation>
    </message>
    <message>
        <source>[muted]no change[/]</source>
        <translation>[muted]변화 없음[/]</translation>
    </message>
    <message>
        <source>[good]was {number}[/]</source>
        <translation>[good]이전 {number}[/]</translation>
    </message>
    <message>
        <source>[positive]was 0[/]</source>
        <translation>[positive]이전 0[/]</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>The same size as its input.</source>
        <translation>입력과 크기가 같습니다.</translation>
    </message>
    <message>
        <source>As set in the editor.</source>
        <translation>편집기에서 정한 크기입니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>floor((input + padding − window) ÷ stride) + 1</source>
        <translation>내림((입력 + 패딩 − 창) ÷ 스트라이드) + 1</translation>
    </message>
    <message>
        <source>floor(([h]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + 1 = [h]{result}[/]</source>
        <translation>내림(([h]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + 1 = [h]{result}[/]</translation>
    </message>
    <message>
        <source>floor(([w]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + 1 = [w]{result}[/]</source>
        <translation>내림(([w]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + 1 = [w]{result}[/]</translation>
    </message>
    <message>
        <source>[cout]{filters}[/] filter(s) make(s|) [cout]{filters}[/] channel(s)</source>
        <translation>필터 [cout]{filters}[/]개가 채널 [cout]{filters}[/]개를 만듭니다</translation>
    </message>
    <message>
        <source>[h]{before}[/] + ([k]{window}[/] − 1) × {step} = [h]{result}[/]</source>
        <translation>[h]{before}[/] + ([k]{window}[/] − 1) × {step} = [h]{result}[/]</translation>
    </message>
    <message>
        <source>[w]{before}[/] + ([k]{window}[/] − 1) × {step} = [w]{result}[/]</source>
        <translation>[w]{before}[/] + ([k]{window}[/] − 1) × {step} = [w]{result}[/]</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Parameters, bytes</source>
        <translation>파라미터(바이트)</translation>
    </message>
    <message>
        <source>Peak activations, bytes</source>
        <translation>최대 활성값(바이트)</translation>
    </message>
    <message>
        <source>Against: “{document}”, pinned</source>
        <translation>비교 기준: “{document}” (고정)</translation>
    </message>
    <message>
        <source>[positive]{percent}, {ratio}× as many[/]</source>
        <translation>[positive]{percent}, {ratio}배로 증가[/]</translation>
    </message>
    <message>
        <source>[good]{percent}[/]</source>
        <translation>[good]{percent}[/]</translation>
    </message>
    <message>
        <source>[positive]{percent}[/]</source>
        <translation>[positive]{percent}[/]</translation>
    </message>
    <message>
        <source>{quantity}: {value}. Opens into its formula.</source>
        <translation>{quantity}: {value}. 누르면 식이 펼쳐집니다.</translation>
    </message>
    <message>
        <source>field before + (window − 1) × step, in cells of the network&apos;s input</source>
        <translation>이전 수용 영역 + (창 − 1) × 간격, 네트워크 입력의 칸 단위</translation>
    </message>
    <message>
        <source>All MACs, less those that read a cell of the input. A tap is one kernel row (or column) at one output position.</source>
        <translation>전체 MAC에서 입력의 칸을 읽는 MAC을 뺀 값입니다. 탭은 출력 위치 하나에 놓인 커널의 한 행(또는 한 열)을 뜻합니다.</translation>
    </message>
    <message>
        <source>row taps</source>
        <translation>행 탭</translation>
    </message>
    <message>
        <source>column taps</source>
        <translation>열 탭</translation>
    </message>
    <message>
        <source>Most memory is in use while {layer} runs: for its input {input} and its output {output}.</source>
        <translation>{layer} 층을 계산할 때 메모리를 가장 많이 씁니다. 입력 {input}과(와) 출력 {output}이(가) 함께 있습니다.</translation>
    </message>
    <message>
        <source>Most memory is in use for the input alone: {output}.</source>
        <translation>입력 {output}만 있을 때 메모리를 가장 많이 씁니다.</translation>
    </message>
    <message>
        <source>{subject} {value}</source>
        <translation>{subject} {value}</translation>
    </message>
    <message>
        <source>How the costs are counted: every formula</source>
        <translation>비용을 세는 방법: 모든 계산식</translation>
    </message>
    <message>
        <source>times</source>
        <translation>배</translation>
    </message>
    <message>
        <source>{document}, edited</source>
        <translation>{document}, 편집됨</translation>
    </message>
    <message>
        <source>was {number}</source>
        <translation>이전 값 {number}</translation>
    </message>
    <message>
        <source>Unpin: compare with nothing</source>
        <translation>고정 해제: 비교하지 않기</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>network of {macs} MAC(s) and {parameters} parameter(s)</source>
        <translation>MAC {macs}, 파라미터 {parameters}개인 네트워크</translation>
    </message>
    <message>
        <source>A cell of the input depends on itself alone.</source>
        <translation>입력의 칸은 자기 자신에만 의존합니다.</translation>
    </message>
    <message>
        <source>[muted]{weights} weight(s) + {biases} bias(es)[/]</source>
        <translation>[muted]가중치 {weights} + 편향 {biases}[/]</translation>
    </message>
    <message>
        <source>{name}: {macs} MAC(s), {macs_share} of the network; {parameters} parameter(s), {parameters_share}</source>
        <translation>{name}: 곱셈-누산(MAC) {macs}회, 네트워크의 {macs_share}; 파라미터 {parameters}개, {parameters_share}</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Close the document</source>
        <translation>문서 닫기</translation>
    </message>
    <message>
        <source>Insert a photo…</source>
        <translation>사진 넣기…</translation>
    </message>
    <message>
        <source>Paste a picture or a file</source>
        <translation>그림이나 파일 붙여 넣기</translation>
    </message>
    <message>
        <source>List of layers</source>
        <translation>층 목록</translation>
    </message>
    <message>
        <source>Table of weights</source>
        <translation>가중치 표</translation>
    </message>
    <message>
        <source>Load weights from a file…</source>
        <translation>파일에서 가중치 불러오기…</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Nothing opened or saved yet</source>
        <translation>아직 열거나 저장한 파일이 없습니다</translation>
    </message>
    <message>
        <source>{file}: moved, renamed or deleted</source>
        <translation>{file}: 옮겨졌거나 이름이 바뀌었거나 삭제되었습니다</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>목록 비우기</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>ConvViz documents</source>
        <translation>ConvViz 문서</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy 배열</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>붙여 넣은 그림</translation>
    </message>
    <message>
        <source>Drop to open “{file}”</source>
        <translation>놓으면 “{file}” 파일을 엽니다</translation>
    </message>
    <message>
        <source>Drop to use “{file}” as the input&apos;s photo</source>
        <translation>놓으면 “{file}” 파일을 입력 사진으로 씁니다</translation>
    </message>
    <message>
        <source>Drop to take the weights in “{file}”</source>
        <translation>놓으면 “{file}” 파일의 가중치를 씁니다</translation>
    </message>
    <message>
        <source>“{file}” is no document, photo or array of weights</source>
        <translation>“{file}” 파일은 문서도, 사진도, 가중치 배열도 아닙니다</translation>
    </message>
    <message>
        <source>opening {file}…</source>
        <translation>{file} 여는 중…</translation>
    </message>
    <message>
        <source>saving {file}…</source>
        <translation>{file} 저장하는 중…</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file. Copy one, then paste again.</source>
        <translation>클립보드에 그림이나 파일이 없습니다. 복사한 뒤 다시 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>weights of {layer} loaded from {file}</source>
        <translation>{layer}의 가중치를 {file} 파일에서 불러왔습니다</translation>
    </message>
    <message>
        <source>Save the changes to “{document}”?</source>
        <translation>“{document}” 문서의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>저장하지 않은 내용은 사라집니다.</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>저장 안 함</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>열지 못했습니다</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장하지 못했습니다</translation>
    </message>
    <message>
        <source>The open document is as it was.</source>
        <translation>열려 있는 문서는 그대로입니다.</translation>
    </message>
    <message>
        <source>the layer on stage has no weights</source>
        <translation>3D 화면에 보이는 층에는 가중치가 없습니다</translation>
    </message>
    <message>
        <source>These are more than {high} number(s). Take fewer, or a file (.npy).</source>
        <translation>숫자가 {high}개를 넘습니다. 더 적게 고르거나 파일(.npy)을 쓰세요.</translation>
    </message>
    <message>
        <source>The part of the photo that is used</source>
        <translation>사진에서 쓰는 부분</translation>
    </message>
    <message>
        <source>Drag the frame or a corner. Arrow keys move it, with Shift faster; + and − change its size; Home takes the whole photo.</source>
        <translation>틀이나 모서리를 끌어 옮기세요. 화살표 키로 움직이고 Shift를 함께 누르면 더 빨리 움직입니다. +와 −로 크기를 바꾸고, Home을 누르면 사진 전체를 씁니다.</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>사진 전체</translation>
    </message>
    <message>
        <source>{width}×{height} of {full_width}×{full_height} pixels</source>
        <translation>{full_width}×{full_height}픽셀 중 {width}×{height}픽셀</translation>
    </message>
    <message>
        <source>Weights of {layer}: {kernel}</source>
        <translation>{layer}의 가중치: {kernel}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>(전체 {count}개)</translation>
    </message>
    <message>
        <source>Weights of the filter</source>
        <translation>필터의 가중치</translation>
    </message>
    <message>
        <source>Weights of the layer: a row for each output, a column for each input</source>
        <translation>층의 가중치: 행마다 출력 하나, 열마다 입력 하나</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>filter {filter}, channel {channel}, row {row}, column {column}: {value}</source>
        <translation>필터 {filter}, 채널 {channel}, 행 {row}, 열 {column}: {value}</translation>
    </message>
    <message>
        <source>output {filter}, input {channel}: {value}</source>
        <translation>출력 {filter}, 입력 {channel}: {value}</translation>
    </message>
    <message>
        <source>{cell} (typed)</source>
        <translation>{cell} (직접 입력)</translation>
    </message>
    <message>
        <source>{count} typed in this layer</source>
        <translation>이 층에 직접 입력한 수: {count}개</translation>
    </message>
    <message>
        <source>Type a number, or paste a block from a spreadsheet.</source>
        <translation>수를 입력하거나 스프레드시트에서 복사해 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>Loaded from a file. {count} typed.</source>
        <translation>파일에서 불러왔습니다. 직접 입력한 수: {count}개.</translation>
    </message>
    <message>
        <source>Back to the seed</source>
        <translation>시드 값으로</translation>
    </message>
    <message>
        <source>These numbers (Delete)</source>
        <translation>선택한 수(Delete)</translation>
    </message>
    <message>
        <source>This filter</source>
        <translation>이 필터</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>모든 필터</translation>
    </message>
    <message>
        <source>This output</source>
        <translation>이 출력</translation>
    </message>
    <message>
        <source>All outputs</source>
        <translation>모든 출력</translation>
    </message>
    <message>
        <source>Copy filter</source>
        <translation>필터 복사</translation>
    </message>
    <message>
        <source>Copy output</source>
        <translation>출력 복사</translation>
    </message>
    <message>
        <source>to this one</source>
        <translation>여기에 복사</translation>
    </message>
    <message>
        <source>Load .npy…</source>
        <translation>.npy 불러오기…</translation>
    </message>
    <message>
        <source>The layer on stage has no weights.</source>
        <translation>3D 화면에 보이는 층에는 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>The weights are still being computed.</source>
        <translation>가중치를 아직 계산하고 있습니다.</translation>
    </message>
    <message>
        <source>This layer is too large for a table: make it smaller to see its weights.</source>
        <translation>층이 너무 커서 표로 보여 줄 수 없습니다. 가중치를 보려면 층을 줄이세요.</translation>
    </message>
    <message>
        <source>“{given}” is no number. Type one such as {example}, or press Esc.</source>
        <translation>“{given}”: 수가 아닙니다. {example}처럼 수를 입력하거나 Esc를 누르세요.</translation>
    </message>
    <message>
        <source>No layer in this network yet: add one in the Layers panel.</source>
        <translation>이 네트워크에는 아직 층이 없습니다. 층(레이어) 패널에서 추가하세요.</translation>
    </message>
    <message>
        <source>Recover unsaved work…</source>
        <translation>저장하지 않은 작업 복구…</translation>
    </message>
    <message>
        <source>{file} copy</source>
        <translation>{file} 사본</translation>
    </message>
    <message>
        <source>{document} (read-only)</source>
        <translation>{document} (읽기 전용)</translation>
    </message>
    <message>
        <source>“{file}” is open in another ConvViz window. Open it here too?</source>
        <translation>“{file}”은(는) 다른 ConvViz 창에 열려 있습니다. 여기서도 열까요?</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>사본으로 열기</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>읽기 전용으로 열기</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>그냥 열기</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>덮어쓰기</translation>
    </message>
    <message>
        <source>Recover unsaved work?</source>
        <translation>저장하지 않은 작업을 복구할까요?</translation>
    </message>
    <message>
        <source>ConvViz ended before this was saved. It is kept until you save or discard it.</source>
        <translation>저장하기 전에 ConvViz가 종료되었습니다. 저장하거나 버릴 때까지 보관합니다.</translation>
    </message>
    <message>
        <source>One at a time is opened here. The others wait under “Recover unsaved work…” in the File menu.</source>
        <translation>이 창에서는 한 번에 하나씩 엽니다. 나머지는 파일 메뉴의 “저장하지 않은 작업 복구…”에 남아 있습니다.</translation>
    </message>
    <message>
        <source>What was not saved</source>
        <translation>저장하지 않은 작업</translation>
    </message>
    <message>
        <source>last change {when}</source>
        <translation>마지막 변경: {when}</translation>
    </message>
    <message>
        <source>{when} · {place}</source>
        <translation>{when} · {place}</translation>
    </message>
    <message>
        <source>today, {clock}</source>
        <translation>오늘 {clock}</translation>
    </message>
    <message>
        <source>{day}, {clock}</source>
        <translation>{day} {clock}</translation>
    </message>
    <message>
        <source>not in any file yet</source>
        <translation>아직 파일로 저장한 적 없음</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>버리기…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Discard what was not saved of “{document}”?</source>
        <translation>“{document}”에서 저장하지 않은 내용을 버릴까요?</translation>
    </message>
    <message>
        <source>It cannot be brought back.</source>
        <translation>버리면 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Not recovered</source>
        <translation>복구하지 못했습니다</translation>
    </message>
    <message>
        <source>It is kept as {path}</source>
        <translation>다음 위치에 보관했습니다: {path}</translation>
    </message>
    <message>
        <source>“{document}” is recovered. It is not saved yet.</source>
        <translation>“{document}”을(를) 복구했습니다. 아직 저장하지 않은 상태입니다.</translation>
    </message>
    <message>
        <source>Nothing to recover: all earlier work was saved or discarded.</source>
        <translation>복구할 것이 없습니다. 이전 작업은 모두 저장했거나 버렸습니다.</translation>
    </message>
    <message>
        <source>Save soon: changes cannot be kept for a crash. {sentence}</source>
        <translation>지금 저장하세요. 비상 종료에 대비한 자동 보관이 되지 않습니다. {sentence}</translation>
    </message>
    <message>
        <source>Empty network</source>
        <translation>빈 네트워크</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>New: an empty network</source>
        <translation>새로 만들기: 빈 네트워크</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>예제(&amp;X)</translation>
    </message>
    <message>
        <source>Files that you save are listed here. You can also drop a file on this window.</source>
        <translation>저장한 파일이 여기에 나옵니다. 파일을 이 창에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>No photo inserted</source>
        <translation>사진을 넣지 못했습니다</translation>
    </message>
    <message>
        <source>No weights loaded</source>
        <translation>가중치를 불러오지 못했습니다</translation>
    </message>
    <message>
        <source>A copy is saved in a file of its own. Read-only, changes are saved in another file. If you open it anyway, the last save overwrites the other.</source>
        <translation>사본은 별도의 파일로 저장됩니다. 읽기 전용으로 열면 바꾼 내용은 다른 파일에 저장합니다. 그냥 열면 나중에 저장한 쪽이 남습니다.</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Layers</source>
        <translation>층(레이어)</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>네트워크의 층</translation>
    </message>
    <message>
        <source>Add a layer after this one</source>
        <translation>이 층 뒤에 층 추가</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>이 층 삭제</translation>
    </message>
    <message>
        <source>Move towards the input</source>
        <translation>입력 쪽으로 옮기기</translation>
    </message>
    <message>
        <source>Move towards the output</source>
        <translation>출력 쪽으로 옮기기</translation>
    </message>
    <message>
        <source>Convolution {kernel}</source>
        <translation>합성곱 {kernel}</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Max pooling 2×2</source>
        <translation>최대 풀링 2×2</translation>
    </message>
    <message>
        <source>Average pooling 2×2</source>
        <translation>평균 풀링 2×2</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>전역 평균 풀링</translation>
    </message>
    <message>
        <source>Local response norm</source>
        <translation>국소 응답 정규화</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>평탄화(flatten)</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형 층</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>[cout]{filters}[/] filter(s) · {kernel}</source>
        <translation>필터 [cout]{filters}[/]개 · {kernel}</translation>
    </message>
    <message>
        <source>[cout]1[/] filter · {kernel}</source>
        <translation>필터 [cout]1[/]개 · {kernel}</translation>
    </message>
    <message>
        <source>{field}, height</source>
        <translation>{field}, 높이</translation>
    </message>
    <message>
        <source>{field}, width</source>
        <translation>{field}, 너비</translation>
    </message>
    <message>
        <source>same</source>
        <translation>same</translation>
    </message>
    <message>
        <source>depthwise, one each</source>
        <translation>depthwise(채널마다)</translation>
    </message>
    <message>
        <source>This is no number. Type one, such as {example}.</source>
        <translation>수가 아닙니다. {example}처럼 수를 입력하세요.</translation>
    </message>
    <message>
        <source>Double-click a layer or press {rename} to rename it; {remove} removes it.</source>
        <translation>층을 두 번 누르거나 {rename} 키를 누르면 이름을 바꾸고, {remove} 키를 누르면 삭제합니다.</translation>
    </message>
    <message>
        <source>One number for both height and width</source>
        <translation>높이와 너비를 한 값으로</translation>
    </message>
    <message>
        <source>same: just enough padding for the output to keep the input&apos;s size, divided by the stride</source>
        <translation>same(출력 유지): 출력 크기가 입력 크기 ÷ 스트라이드가 되도록 패딩을 맞춥니다</translation>
    </message>
    <message>
        <source>{about}
Drag sideways to change the number.</source>
        <translation>{about}
좌우로 끌면 값이 바뀝니다.</translation>
    </message>
    <message>
        <source>This is no whole number. Type one, such as {example}.</source>
        <translation>정수가 아닙니다. {example}처럼 정수를 입력하세요.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>a number…</source>
        <translation>개수 지정…</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>그룹 수</translation>
    </message>
    <message>
        <source>{parameters} parameter(s)</source>
        <translation>파라미터 {parameters}개</translation>
    </message>
    <message>
        <source>{name}, {kind}, output {shape}, {parameters} parameter(s)</source>
        <translation>{name}, {kind}, 출력 {shape}, 파라미터 {parameters}개</translation>
    </message>
    <message>
        <source>Only before {name}</source>
        <translation>{name} 앞에만</translation>
    </message>
    <message>
        <source>reads {name}</source>
        <translation>{name}을(를) 읽음</translation>
    </message>
    <message>
        <source>reads {first} and {last}</source>
        <translation>{first}, {last}을(를) 읽음</translation>
    </message>
    <message>
        <source>Channel slice</source>
        <translation>채널 자르기</translation>
    </message>
    <message>
        <source>Hard-swish</source>
        <translation>하드 스위시</translation>
    </message>
    <message>
        <source>ReLU6</source>
        <translation>ReLU6</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{layer}: {sentence}</source>
        <translation>{layer}: {sentence}</translation>
    </message>
    <message>
        <source>{value} is too small. Use {low} or more.</source>
        <translation>{value}은(는) 너무 작습니다. {low} 이상으로 하세요.</translation>
    </message>
    <message>
        <source>{value} is too large. Use {high} or less.</source>
        <translation>{value}은(는) 너무 큽니다. {high} 이하로 하세요.</translation>
    </message>
    <message>
        <source>“{value}” is not on the list. Choose one that is.</source>
        <translation>“{value}”은(는) 목록에 없습니다. 목록에서 고르세요.</translation>
    </message>
    <message>
        <source>The kernel is {kernel} high, the padded input only {padded}. Use {padded} or less, or more padding.</source>
        <translation>커널 높이는 {kernel}인데 패딩을 더한 입력 높이는 {padded}뿐입니다. {padded} 이하로 하거나 패딩을 늘리세요.</translation>
    </message>
    <message>
        <source>The kernel is {kernel} wide, the padded input only {padded}. Use {padded} or less, or more padding.</source>
        <translation>커널 너비는 {kernel}인데 패딩을 더한 입력 너비는 {padded}뿐입니다. {padded} 이하로 하거나 패딩을 늘리세요.</translation>
    </message>
    <message>
        <source>With this dilation the kernel spans {extent} row(s), the padded input has {padded}. Use less dilation or more padding.</source>
        <translation>이 팽창(dilation)에서는 커널이 {extent}행에 걸치는데 패딩을 더한 입력은 {padded}행입니다. 팽창을 줄이거나 패딩을 늘리세요.</translation>
    </message>
    <message>
        <source>With this dilation the kernel spans {extent} column(s), the padded input has {padded}. Use less dilation or more padding.</source>
        <translation>이 팽창(dilation)에서는 커널이 {extent}열에 걸치는데 패딩을 더한 입력은 {padded}열입니다. 팽창을 줄이거나 패딩을 늘리세요.</translation>
    </message>
    <message>
        <source>Padding {padding} is more than half of the kernel, {kernel}. Use {high} or less.</source>
        <translation>패딩 {padding}은(는) 커널 {kernel}의 절반을 넘습니다. {high} 이하로 하세요.</translation>
    </message>
    <message>
        <source>At the edge this window&apos;s rows all fall on padding. Use less dilation or less padding.</source>
        <translation>가장자리에서 이 창의 행이 모두 패딩에 놓입니다. 팽창(dilation)이나 패딩을 줄이세요.</translation>
    </message>
    <message>
        <source>At the edge this window&apos;s columns all fall on padding. Use less dilation or less padding.</source>
        <translation>가장자리에서 이 창의 열이 모두 패딩에 놓입니다. 팽창(dilation)이나 패딩을 줄이세요.</translation>
    </message>
    <message>
        <source>The weights “{init}” need filters {needed} channel(s) deep, these have {channels}. Choose other weights.</source>
        <translation>“{init}” 가중치에는 깊이가 {needed}채널인 필터가 필요한데 지금은 {channels}채널입니다. 다른 가중치를 고르세요.</translation>
    </message>
    <message>
        <source>A photo has 3 channels, not {channels}. Use 3 channels, or take the values from photo features.</source>
        <translation>사진의 채널은 {channels}개가 아니라 3개입니다. 채널을 3개로 하거나 값의 출처를 사진의 특징맵으로 바꾸세요.</translation>
    </message>
    <message>
        <source>Another layer is already called “{name}”. Choose another name.</source>
        <translation>“{name}”은(는) 다른 층이 이미 쓰는 이름입니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>A layer needs a name. Type at least a letter.</source>
        <translation>층에는 이름이 필요합니다. 한 글자 이상 입력하세요.</translation>
    </message>
    <message>
        <source>This layer reads {low} volume(s) or more, but gets {given}.</source>
        <translation>이 층은 볼륨을 {low}개 이상 읽어야 하는데 {given}개가 들어옵니다.</translation>
    </message>
    <message>
        <source>A linear layer reads a flat input, and this one is {height} high and {width} wide. Put a flatten before it.</source>
        <translation>선형 층은 평탄화된 입력을 읽는데 이 입력은 높이 {height}, 너비 {width}입니다. 앞에 평탄화(flatten) 층을 넣으세요.</translation>
    </message>
    <message>
        <source>A network has at most {high} layer(s). Remove one first.</source>
        <translation>네트워크의 층은 최대 {high}개입니다. 먼저 하나를 삭제하세요.</translation>
    </message>
    <message>
        <source>The input is given, so there is no arithmetic to show.</source>
        <translation>입력은 주어진 값이므로 보여 줄 계산이 없습니다.</translation>
    </message>
    <message>
        <source>This field does not take such a value. Type or choose another.</source>
        <translation>이 항목에 쓸 수 없는 값입니다. 다른 값을 입력하거나 고르세요.</translation>
    </message>
    <message>
        <source>The output would be {value} high, and {high} is the limit. Use less padding or a larger stride.</source>
        <translation>출력 높이가 {value}이(가) 되어 한계인 {high}을(를) 넘습니다. 패딩을 줄이거나 스트라이드를 늘리세요.</translation>
    </message>
    <message>
        <source>The output would be {value} wide, and {high} is the limit. Use less padding or a larger stride.</source>
        <translation>출력 너비가 {value}이(가) 되어 한계인 {high}을(를) 넘습니다. 패딩을 줄이거나 스트라이드를 늘리세요.</translation>
    </message>
    <message>
        <source>{channels} input channel(s) do(es|) not divide into {groups} equal group(s). Use a divisor of {channels}.</source>
        <translation>입력 채널 {channels}개는 그룹 {groups}개로 똑같이 나뉘지 않습니다. {channels}의 약수로 하세요.</translation>
    </message>
    <message>
        <source>{filters} filter(s) do(es|) not divide into {groups} equal group(s). Use a multiple of {groups} filter(s), or other groups.</source>
        <translation>필터 {filters}개는 그룹 {groups}개로 똑같이 나뉘지 않습니다. 필터 수를 {groups}의 배수로 하거나 그룹 수를 바꾸세요.</translation>
    </message>
    <message>
        <source>The input needs values of {expected}, not of {given}. Give it an array of its own size.</source>
        <translation>입력에는 {expected} 크기의 값이 필요한데 {given} 크기입니다. 입력과 같은 크기의 배열을 주세요.</translation>
    </message>
    <message>
        <source>This layer is no longer there. Select another one.</source>
        <translation>이 층은 이제 없습니다. 다른 층을 고르세요.</translation>
    </message>
    <message>
        <source>This layer has no such field. Choose one that its form shows.</source>
        <translation>이 층에는 그런 항목이 없습니다. 화면에 보이는 항목을 고르세요.</translation>
    </message>
    <message>
        <source>There is no document “{document}”. Open one from the File menu.</source>
        <translation>“{document}” 문서가 없습니다. 파일 메뉴에서 문서를 여세요.</translation>
    </message>
    <message>
        <source>Two layers have the same id. Give one of them another.</source>
        <translation>두 층의 식별자가 같습니다. 하나를 바꾸세요.</translation>
    </message>
    <message>
        <source>This layer reads {needed} volume(s), but gets {given}. Connect as many as it reads.</source>
        <translation>이 층은 볼륨 {needed}개를 읽는데 {given}개가 들어옵니다. 읽는 수만큼 연결하세요.</translation>
    </message>
    <message>
        <source>The network has no input. Add one.</source>
        <translation>네트워크에 입력이 없습니다. 하나 추가하세요.</translation>
    </message>
    <message>
        <source>The layers read each other in a circle. Let one of them read an earlier layer.</source>
        <translation>층들이 고리를 이루며 서로를 읽습니다. 그중 하나가 앞쪽 층을 읽게 하세요.</translation>
    </message>
    <message>
        <source>The input cannot be removed: the network needs one. Change its size or values instead.</source>
        <translation>네트워크에는 입력이 있어야 하므로 삭제할 수 없습니다. 대신 크기나 값을 바꾸세요.</translation>
    </message>
    <message>
        <source>A chain has one input only. Change the one that is there.</source>
        <translation>입력은 하나만 둘 수 있습니다. 지금 있는 입력을 바꾸세요.</translation>
    </message>
    <message>
        <source>The input stays first. Move the layers after it.</source>
        <translation>입력은 항상 맨 앞에 있습니다. 그 뒤의 층을 옮기세요.</translation>
    </message>
    <message>
        <source>This layer already comes right after the input. It can only move towards the output.</source>
        <translation>이 층은 이미 입력 바로 뒤에 있습니다. 출력 쪽으로만 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>This layer is already the last. It can only move towards the input.</source>
        <translation>이 층은 이미 마지막입니다. 입력 쪽으로만 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>This layer is not a convolution. Select one that is.</source>
        <translation>이 층은 합성곱이 아닙니다. 합성곱 층을 고르세요.</translation>
    </message>
    <message>
        <source>There is no number {value} there: the volume has {size}. Use 1 to {size}.</source>
        <translation>이 볼륨의 이 방향에는 {size}까지만 있고 {value}은(는) 없습니다. 1부터 {size}까지로 하세요.</translation>
    </message>
    <message>
        <source>This layer has no values to show: it is too large. Make it or its input smaller.</source>
        <translation>이 층은 너무 커서 보여 줄 값이 없습니다. 층이나 입력을 줄이세요.</translation>
    </message>
    <message>
        <source>Only a 1×1 layer and the layer after it merge, with no ReLU between them. Remove it.</source>
        <translation>1×1 층과 바로 다음 층은 사이에 ReLU가 없을 때만 합칠 수 있습니다. ReLU를 삭제하세요.</translation>
    </message>
    <message>
        <source>There is no photo “{photo}”. Choose one of the list.</source>
        <translation>“{photo}” 사진이 없습니다. 목록에서 고르세요.</translation>
    </message>
    <message>
        <source>The file {file} of this photo is missing. Choose another photo, or install ConvViz anew.</source>
        <translation>이 사진의 파일 {file}이(가) 없습니다. 다른 사진을 고르거나 ConvViz를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The file {file} of this photo cannot be read. Choose another photo, or install ConvViz anew.</source>
        <translation>이 사진의 파일 {file}을(를) 읽을 수 없습니다. 다른 사진을 고르거나 ConvViz를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>A picture of {height}×{width} pixels is not made: {limit} pixel(s) is the limit. Make the input smaller.</source>
        <translation>{height}×{width}픽셀 그림은 만들지 않습니다. 한계는 {limit}픽셀입니다. 입력을 줄이세요.</translation>
    </message>
    <message>
        <source>Something unforeseen happened ({told}). Undo the last edit, or make it smaller.</source>
        <translation>예상하지 못한 일이 생겼습니다({told}). 마지막 편집을 취소하거나 더 작게 하세요.</translation>
    </message>
    <message>
        <source>This name is too long. Use {high} character(s) or fewer.</source>
        <translation>이름이 너무 깁니다. {high}자 이하로 줄이세요.</translation>
    </message>
    <message>
        <source>This frame is empty or reaches beyond the photo. Draw one inside it.</source>
        <translation>틀이 비어 있거나 사진 밖으로 나갔습니다. 사진 안에 틀을 그리세요.</translation>
    </message>
    <message>
        <source>This layer has no weights to type. Choose a convolution or a linear layer.</source>
        <translation>이 층에는 입력할 가중치가 없습니다. 합성곱 층이나 선형 층을 고르세요.</translation>
    </message>
    <message>
        <source>This layer has no bias. Switch it on first.</source>
        <translation>이 층에는 편향이 없습니다. 먼저 편향을 켜세요.</translation>
    </message>
    <message>
        <source>{value} cannot be a weight. Use a number from −{high} to {high}.</source>
        <translation>{value}: 가중치로 쓸 수 없는 값입니다. −{high}부터 {high}까지의 수를 넣으세요.</translation>
    </message>
    <message>
        <source>This layer needs weights of {expected}, and the file has {given}. Choose a file of that shape, or change the layer.</source>
        <translation>이 층의 가중치는 {expected} 모양이어야 하는데 파일은 {given} 모양입니다. 모양이 같은 파일을 고르거나 층을 바꾸세요.</translation>
    </message>
    <message>
        <source>The pasted block is {given}, and there is room for {expected}. Copy fewer rows or columns, or start further to the top left.</source>
        <translation>붙여 넣은 표는 {given}인데 남은 자리는 {expected}입니다. 행이나 열을 줄여 복사하거나 더 왼쪽 위에서 시작하세요.</translation>
    </message>
    <message>
        <source>“{value}” is not a number. Paste numbers only, a line for each row.</source>
        <translation>“{value}”: 수가 아닙니다. 한 행을 한 줄로 하여 수만 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>The pasted rows differ in length. Paste as many numbers in every row.</source>
        <translation>붙여 넣은 행들의 길이가 서로 다릅니다. 행마다 수의 개수를 같게 하세요.</translation>
    </message>
    <message>
        <source>Only volumes of one height and width can be concatenated; these are {first} and {other}. Give both the same height and width.</source>
        <translation>높이와 너비가 같은 볼륨만 이어 붙일 수 있는데 {first}와(과) {other}입니다. 높이와 너비를 같게 맞추세요.</translation>
    </message>
    <message>
        <source>This layer reads {high} volume(s) or fewer, but gets {given}.</source>
        <translation>이 층은 볼륨을 {high}개까지 읽는데 {given}개가 들어옵니다.</translation>
    </message>
    <message>
        <source>This layer joins {given} volume(s), and {reader}, which reads it, can read only one. Remove {reader} first, or layers of the branches.</source>
        <translation>이 층은 볼륨 {given}개를 잇는데, 이를 읽는 {reader}은(는) 하나만 읽을 수 있습니다. {reader}을(를) 먼저 지우거나 갈래의 층을 지우세요.</translation>
    </message>
    <message>
        <source>Branches part or meet here. A layer can only be moved within its branch.</source>
        <translation>여기서 갈래가 나뉘거나 만납니다. 층은 자기 갈래 안에서만 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>Volumes are added or multiplied cell by cell; these are {first} and {other}. Give both the same shape, or one of them one value per channel.</source>
        <translation>볼륨은 칸끼리 더하거나 곱합니다. 지금은 {first}와(과) {other}입니다. 두 볼륨의 모양을 같게 하거나, 한쪽을 채널마다 값 하나로 바꾸세요.</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>Counts as a table…</source>
        <translation>계산량을 표로 저장…</translation>
    </message>
    <message>
        <source>Copy counts as a table</source>
        <translation>계산량을 표로 복사</translation>
    </message>
    <message>
        <source>Copy the layer&apos;s formulas as LaTeX</source>
        <translation>이 층의 식을 LaTeX로 복사</translation>
    </message>
    <message>
        <source>PyTorch code…</source>
        <translation>PyTorch 코드로 저장…</translation>
    </message>
    <message>
        <source>Keras code…</source>
        <translation>Keras 코드로 저장…</translation>
    </message>
    <message>
        <source>counts copied as a table: paste them into a document, a sheet or a slide</source>
        <translation>계산량을 표로 복사했습니다. 문서나 스프레드시트, 슬라이드에 붙여 넣으세요</translation>
    </message>
    <message>
        <source>formulas of {layer} copied as LaTeX</source>
        <translation>{layer} 층의 식을 LaTeX로 복사했습니다</translation>
    </message>
    <message>
        <source>saved {path}, its numbers in {numbers} beside it</source>
        <translation>{path}에 저장했습니다. 수치는 같은 폴더의 {numbers}에 있습니다</translation>
    </message>
    <message>
        <source>CSV, for a spreadsheet</source>
        <translation>CSV(스프레드시트용)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>마크다운</translation>
    </message>
    <message>
        <source>LaTeX, with booktabs</source>
        <translation>LaTeX(booktabs 표)</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>What “{title}” costs</source>
        <translation>“{title}”의 계산량</translation>
    </message>
    <message>
        <source>MAC = one multiply and one add; of convolutions and linear layers only, on padding too. Bias additions are not counted as MACs.</source>
        <translation>MAC = 곱셈 1회 + 덧셈 1회. 합성곱 층과 선형 층에서만 세며, 패딩에 대한 연산도 포함합니다. 편향 덧셈은 MAC으로 세지 않습니다.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>MACs, layer by layer</source>
        <translation>층별 MAC</translation>
    </message>
    <message>
        <source>For Korean text: XeLaTeX or LuaLaTeX, and kotex.</source>
        <translation>한글이 있으므로 XeLaTeX나 LuaLaTeX에서 kotex 패키지를 함께 쓰세요.</translation>
    </message>
    <message>
        <source>Needs {packages}.</source>
        <translation>필요한 패키지: {packages}</translation>
    </message>
    <message>
        <source>The network in {framework}, written by ConvViz {version}.</source>
        <translation>ConvViz {version}에서 내보낸 {framework} 네트워크입니다.</translation>
    </message>
    <message>
        <source>Weights, input and output are in the .npz of the same name: keep both in one folder.</source>
        <translation>가중치, 입력, 출력은 이름이 같은 .npz 파일에 있습니다. 두 파일을 한 폴더에 두세요.</translation>
    </message>
    <message>
        <source>Run it: it computes the output anew and compares it with ConvViz&apos;s.</source>
        <translation>실행하면 출력을 다시 계산해 ConvViz의 출력과 비교합니다.</translation>
    </message>
    <message>
        <source>Too large for the file, so {framework} draws its own: {names}</source>
        <translation>파일에 담기에 너무 커서 {framework}의 초깃값을 쓰는 층: {names}</translation>
    </message>
    <message>
        <source>The weights are not trained.</source>
        <translation>학습된 가중치가 아닙니다.</translation>
    </message>
    <message>
        <source>no document named {name}; there are {documents}</source>
        <translation>{name} 문서가 없습니다. 있는 문서: {documents}</translation>
    </message>
    <message>
        <source>“{file}” names no format: its ending may be {endings}</source>
        <translation>“{file}”의 확장자로는 형식을 알 수 없습니다. 쓸 수 있는 확장자: {endings}</translation>
    </message>
    <message>
        <source>--framework goes with a .py file alone, not with “{file}”</source>
        <translation>--framework 옵션은 .py 파일에만 쓸 수 있습니다. “{file}”에는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>그림 내보내기…</translation>
    </message>
    <message>
        <source>Export clip…</source>
        <translation>동영상 내보내기…</translation>
    </message>
    <message>
        <source>Copy picture of the stage</source>
        <translation>3D 화면 복사</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>Export a clip</source>
        <translation>동영상 내보내기</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>3D 화면</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>창 전체</translation>
    </message>
    <message>
        <source>Plot of the sum</source>
        <translation>합의 그래프</translation>
    </message>
    <message>
        <source>Chain of layers</source>
        <translation>층의 흐름</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>PNG (pixels)</source>
        <translation>PNG(픽셀)</translation>
    </message>
    <message>
        <source>SVG (for slides and web pages)</source>
        <translation>SVG(슬라이드, 웹 페이지용)</translation>
    </message>
    <message>
        <source>PDF (for papers)</source>
        <translation>PDF(논문용)</translation>
    </message>
    <message>
        <source>GIF (plays everywhere)</source>
        <translation>GIF(어디서나 재생)</translation>
    </message>
    <message>
        <source>WebP (for web pages, full colour)</source>
        <translation>WebP(웹 페이지용, 천연색)</translation>
    </message>
    <message>
        <source>MP4 (for slides, small)</source>
        <translation>MP4(슬라이드용, 작은 파일)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>{width:d} × {height:d} pixels</source>
        <translation>{width:d} × {height:d}픽셀</translation>
    </message>
    <message>
        <source>{width:d} pixel(s) wide</source>
        <translation>너비 {width:d}픽셀</translation>
    </message>
    <message>
        <source>sharp at any size</source>
        <translation>어떤 크기에서도 선명함</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>투명한 배경</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>This cell&apos;s sum</source>
        <translation>이 칸의 합</translation>
    </message>
    <message>
        <source>This cell, then all feature maps</source>
        <translation>이 칸에서 모든 특징맵까지</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>시작과 끝 지정</translation>
    </message>
    <message>
        <source>From (seconds)</source>
        <translation>시작(초)</translation>
    </message>
    <message>
        <source>To (seconds)</source>
        <translation>끝(초)</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>초당 프레임 수</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>{speed:g}×</source>
        <translation>{speed:g}배</translation>
    </message>
    <message>
        <source>{frames} frame(s) · {seconds:.1f} s · estimating the size…</source>
        <translation>{frames}프레임 · {seconds:.1f}초 · 크기 계산 중…</translation>
    </message>
    <message>
        <source>MP4 needs ffmpeg, which is not here. Install ffmpeg, or run “pip install {extra}”; or choose GIF or WebP.</source>
        <translation>MP4에는 ffmpeg가 필요한데 이 컴퓨터에 없습니다. ffmpeg를 설치하거나 “pip install {extra}” 명령을 실행하세요. GIF나 WebP를 골라도 됩니다.</translation>
    </message>
    <message>
        <source>The clip must end after it starts.</source>
        <translation>동영상의 끝은 시작보다 뒤여야 합니다.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>준비하는 중…</translation>
    </message>
    <message>
        <source>Frame {done} of {count}</source>
        <translation>프레임 {done}/{count}</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>파일을 쓰는 중…</translation>
    </message>
    <message>
        <source>No clip was made: {reason}</source>
        <translation>동영상을 만들지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>the picture of the stage is copied</source>
        <translation>3D 화면을 복사했습니다</translation>
    </message>
    <message>
        <source>{parameters} parameter(s), {macs} MAC(s) (MAC = one multiply and one add).</source>
        <translation>파라미터 {parameters}개, MAC {macs}회(MAC = 곱셈 1회 + 덧셈 1회).</translation>
    </message>
    <message>
        <source>{frames} frame(s) · {seconds:.1f} s · about {megabytes:.1f} MB</source>
        <translation>{frames}프레임 · {seconds:.1f}초 · 약 {megabytes:.1f} MB</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>“{file}” is not there. It may have been moved or renamed: look for it in its folder.</source>
        <translation>“{file}” 파일이 없습니다. 옮겼거나 이름을 바꾸었을 수 있으니 폴더에서 찾아 보세요.</translation>
    </message>
    <message>
        <source>“{file}” is write-protected or belongs to someone else. Use another folder, or change its permissions.</source>
        <translation>“{file}” 파일은 쓰기가 금지되어 있거나 다른 사람의 것입니다. 다른 폴더를 쓰거나 파일 권한을 바꾸세요.</translation>
    </message>
    <message>
        <source>Another program is using “{file}”. Close it there, then try again.</source>
        <translation>다른 프로그램이 “{file}” 파일을 쓰고 있습니다. 그 프로그램에서 닫은 뒤 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The disk is full: “{file}” was not saved, and the old file is unchanged. Free some space, or save it elsewhere.</source>
        <translation>디스크가 가득 차서 “{file}” 파일을 저장하지 못했습니다. 이전 파일은 그대로입니다. 공간을 비우거나 다른 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>The folder for “{file}” is no longer there. Save it in another folder.</source>
        <translation>“{file}” 파일을 둘 폴더가 없어졌습니다. 다른 폴더에 저장하세요.</translation>
    </message>
    <message>
        <source>“{file}” could not be read. Copy it to this computer, then open the copy.</source>
        <translation>“{file}” 파일을 읽지 못했습니다. 이 컴퓨터로 복사한 뒤 그 사본을 여세요.</translation>
    </message>
    <message>
        <source>“{file}” could not be saved, and the old file is unchanged. Save it in another folder.</source>
        <translation>“{file}” 파일을 저장하지 못했습니다. 이전 파일은 그대로입니다. 다른 폴더에 저장하세요.</translation>
    </message>
    <message>
        <source>“{file}” is over the limit of {limit} MB. Use fewer or smaller photos, or fewer typed weights.</source>
        <translation>“{file}” 파일이 한도 {limit}MB를 넘습니다. 사진을 줄이거나, 직접 입력한 가중치를 줄이세요.</translation>
    </message>
    <message>
        <source>“{file}” is not a ConvViz document. Choose a file that ConvViz has saved.</source>
        <translation>“{file}” 파일은 ConvViz 문서가 아닙니다. ConvViz에서 저장한 파일을 고르세요.</translation>
    </message>
    <message>
        <source>“{file}” is damaged or incomplete. Download or copy it again, or open a backup.</source>
        <translation>“{file}” 파일이 손상되었거나 일부가 없습니다. 다시 내려받거나 복사하고, 안 되면 백업을 여세요.</translation>
    </message>
    <message>
        <source>“{file}” was saved by a newer ConvViz (file version {version}). Update ConvViz, then open it again.</source>
        <translation>“{file}” 파일은 더 새로운 ConvViz에서 저장했습니다(파일 버전 {version}). ConvViz를 업데이트한 뒤 다시 여세요.</translation>
    </message>
    <message>
        <source>“{file}” says something impossible at {where}. It may have been edited by hand: put that right, or open a backup.</source>
        <translation>“{file}” 파일의 {where} 값은 있을 수 없는 값입니다. 손으로 고친 파일이라면 그 값을 바로잡고, 아니면 백업을 여세요.</translation>
    </message>
    <message>
        <source>“{file}” is not a picture that ConvViz can open. Use PNG, JPEG, WebP or BMP.</source>
        <translation>“{file}” 파일은 ConvViz에서 열 수 있는 그림이 아닙니다. PNG, JPEG, WebP, BMP 파일을 쓰세요.</translation>
    </message>
    <message>
        <source>The picture in “{file}” has more than {limit} million pixels. Make it smaller, then open it again.</source>
        <translation>“{file}” 파일의 그림은 {limit}백만 화소를 넘습니다. 그림을 줄인 뒤 다시 여세요.</translation>
    </message>
    <message>
        <source>The picture in “{file}” is damaged. Open another copy of it, or another photo.</source>
        <translation>“{file}” 파일의 그림이 손상되었습니다. 다른 사본이나 다른 사진을 여세요.</translation>
    </message>
    <message>
        <source>“{file}” uses the photo “{photo}”, which this ConvViz does not have. Update ConvViz, then open it again.</source>
        <translation>“{file}” 파일에 쓰인 사진 “{photo}”은(는) 이 ConvViz에 없습니다. ConvViz를 업데이트한 뒤 다시 여세요.</translation>
    </message>
    <message>
        <source>“{file}” is not an array of numbers. Save one from NumPy with np.save.</source>
        <translation>“{file}” 파일은 수의 배열이 아닙니다. NumPy의 np.save로 저장한 파일을 쓰세요.</translation>
    </message>
    <message>
        <source>“{file}” is incomplete or holds no plain array of numbers. Save it anew from NumPy, as float32.</source>
        <translation>“{file}” 파일은 일부가 없거나 단순한 수의 배열이 아닙니다. NumPy에서 float32로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>“{file}” holds numbers that are infinite or not numbers at all. Replace them, then load it again.</source>
        <translation>“{file}” 파일에 무한대이거나 수가 아닌 값이 있습니다. 그 값을 바꾼 뒤 다시 불러오세요.</translation>
    </message>
    <message>
        <source>MP4 needs ffmpeg, which is not here: install ffmpeg, or run “pip install {extra}”. GIF and WebP need nothing.</source>
        <translation>MP4에는 ffmpeg가 필요한데 이 컴퓨터에 없습니다. ffmpeg를 설치하거나 “pip install {extra}” 명령을 실행하세요. GIF와 WebP에는 아무것도 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>ffmpeg could not make “{file}”: {reason}. Choose another size, or GIF or WebP.</source>
        <translation>ffmpeg가 “{file}” 파일을 만들지 못했습니다: {reason}. 다른 크기를 고르거나 GIF나 WebP를 고르세요.</translation>
    </message>
    <message>
        <source>“{file}” is open in another ConvViz window, whose changes would be lost. Save in another file, or close it there first.</source>
        <translation>“{file}”은(는) 다른 ConvViz 창에 열려 있어, 저장하면 그 창에서 바꾼 내용이 사라집니다. 다른 파일로 저장하거나 그 창에서 먼저 닫으세요.</translation>
    </message>
    <message>
        <source>“{file}” was changed by someone else since it was opened here. Save in another file to keep both, or save over it.</source>
        <translation>“{file}”은(는) 여기서 연 뒤에 다른 곳에서 바뀌었습니다. 둘 다 남기려면 다른 파일로 저장하고, 아니면 덮어쓰세요.</translation>
    </message>
    <message>
        <source>The picture in “{file}” is longer than {limit} pixel(s). Cut a piece out of it, then open that.</source>
        <translation>“{file}” 파일의 그림은 한 변이 {limit}픽셀을 넘습니다. 일부를 잘라 낸 뒤 그것을 여세요.</translation>
    </message>
    <message>
        <source>The picture in “{file}” is packed in a way that takes too long to open. Save it again as PNG or JPEG, then open that.</source>
        <translation>“{file}” 파일의 그림은 여는 데 너무 오래 걸리는 방식으로 저장되어 있습니다. PNG나 JPEG로 다시 저장한 뒤 여세요.</translation>
    </message>
</context>
<context>
    <name>hall</name>
    <message>
        <source>[muted]Next:[/] {step}</source>
        <translation>[muted]다음:[/] {step}</translation>
    </message>
    <message>
        <source>{x} × {w}</source>
        <translation>{x} × {w}</translation>
    </message>
    <message>
        <source>{x} × {w} ≈ {result}</source>
        <translation>{x} × {w} ≈ {result}</translation>
    </message>
    <message>
        <source>[muted]Σ[/] [k]{count} product(s)[/]</source>
        <translation>[muted]Σ[/] [k]곱 {count}개[/]</translation>
    </message>
    <message>
        <source>[muted]Σ[/] [k]{count} product(s)[/] ≈ {result}</source>
        <translation>[muted]Σ[/] [k]곱 {count}개[/] ≈ {result}</translation>
    </message>
    <message>
        <source>[muted]sum of[/] [cin]{n} channel(s)[/] [muted]≈[/] {sum}</source>
        <translation>[cin]채널 {n}개[/][muted]의 합[/] [muted]≈[/] {sum}</translation>
    </message>
    <message>
        <source>{sum} + [muted]bias[/] {bias} ≈ {before}</source>
        <translation>{sum} + [muted]편향[/] {bias} ≈ {before}</translation>
    </message>
    <message>
        <source>ReLU({before}) = {after}</source>
        <translation>ReLU({before}) = {after}</translation>
    </message>
    <message>
        <source>{before} [muted]→ batch norm →[/] {after}</source>
        <translation>{before} [muted]→ 배치 정규화 →[/] {after}</translation>
    </message>
    <message>
        <source>{before} [muted]→ batch norm, ReLU →[/] {after}</source>
        <translation>{before} [muted]→ 배치 정규화, ReLU →[/] {after}</translation>
    </message>
    <message>
        <source>[muted]output[/] {after}</source>
        <translation>[muted]출력[/] {after}</translation>
    </message>
    <message>
        <source>[muted]sum of[/] [cin]{n} product(s)[/] [muted]≈[/] {sum}</source>
        <translation>[cin]곱 {n}개[/][muted]의 합[/] [muted]≈[/] {sum}</translation>
    </message>
    <message>
        <source>[muted]sum of[/] [cin]{n} channel[/] [muted]≈[/] {sum}</source>
        <translation>[cin]채널 {n}개[/][muted]의 합[/] [muted]≈[/] {sum}</translation>
    </message>
    <message>
        <source>[muted]sum of[/] [cin]{n} product[/] [muted]≈[/] {sum}</source>
        <translation>[cin]곱 {n}개[/][muted]의 합[/] [muted]≈[/] {sum}</translation>
    </message>
    <message>
        <source>[muted]greatest of[/] {n} [muted]so far[/] {best}</source>
        <translation>{n}[muted]개까지[/] [muted]최댓값[/] {best}</translation>
    </message>
    <message>
        <source>max({values}) = {value}</source>
        <translation>최댓값({values}) = {value}</translation>
    </message>
    <message>
        <source>[muted]greatest of[/] {n} [muted]=[/] {value}</source>
        <translation>{n}[muted]개의 최댓값[/] [muted]=[/] {value}</translation>
    </message>
    <message>
        <source>e^({x} − {highest}) ≈ {power}</source>
        <translation>e^({x} − {highest}) ≈ {power}</translation>
    </message>
    <message>
        <source>{x}² ≈ {square}</source>
        <translation>{x}² ≈ {square}</translation>
    </message>
    <message>
        <source>{value} [muted]→[/] {value}</source>
        <translation>{value} [muted]→[/] {value}</translation>
    </message>
    <message>
        <source>[muted]sum of[/] {n} [muted]≈[/] {sum}</source>
        <translation>{n}[muted]개의 합[/] [muted]≈[/] {sum}</translation>
    </message>
    <message>
        <source>[muted]sum of[/] {n} [muted]square(s) ≈[/] {sum}</source>
        <translation>[muted]제곱[/] {n}[muted]개의 합 ≈[/] {sum}</translation>
    </message>
    <message>
        <source>{x} ÷ {divisor}</source>
        <translation>{x} ÷ {divisor}</translation>
    </message>
    <message>
        <source>{x} ÷ {divisor} ≈ {value}</source>
        <translation>{x} ÷ {divisor} ≈ {value}</translation>
    </message>
    <message>
        <source>{x} ÷ ({k} + {factor} × {sum})^{beta}</source>
        <translation>{x} ÷ ({k} + {factor} × {sum})^{beta}</translation>
    </message>
    <message>
        <source>{x} ÷ ({k} + {factor} × {sum})^{beta} ≈ {value}</source>
        <translation>{x} ÷ ({k} + {factor} × {sum})^{beta} ≈ {value}</translation>
    </message>
    <message>
        <source>[muted]sum of[/] {n} [muted]exponential(s) ≈[/] {sum}</source>
        <translation>[muted]지숫값[/] {n}[muted]개의 합 ≈[/] {sum}</translation>
    </message>
    <message>
        <source>[cin]Channel {channel}[/] of {n}: the [k]{count} product(s)[/] of input × weight are added to the sum.</source>
        <translation>[cin]채널 {channel}[/]/{n}: 입력 × 가중치의 [k]곱 {count}개[/]를 합에 더합니다.</translation>
    </message>
    <message>
        <source>{before} [muted]→ {names} →[/] {after}</source>
        <translation>{before} [muted]→ {names} →[/] {after}</translation>
    </message>
    <message>
        <source>{a} + {b} ≈ {value}</source>
        <translation>{a} + {b} ≈ {value}</translation>
    </message>
    <message>
        <source>{a} × {b} ≈ {value}</source>
        <translation>{a} × {b} ≈ {value}</translation>
    </message>
    <message>
        <source>hard-swish({before}) ≈ {after}</source>
        <translation>하드 스위시({before}) ≈ {after}</translation>
    </message>
    <message>
        <source>[muted]product of[/] {n} [muted]≈[/] {sum}</source>
        <translation>[muted]곱한 수[/] {n}[muted]개 ≈[/] {sum}</translation>
    </message>
    <message>
        <source>ReLU6({before}) = {after}</source>
        <translation>ReLU6({before}) = {after}</translation>
    </message>
    <message>
        <source>sigmoid({before}) ≈ {after}</source>
        <translation>시그모이드({before}) ≈ {after}</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>최대 풀링</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>평균 풀링</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>전역 평균 풀링</translation>
    </message>
    <message>
        <source>Local response norm</source>
        <translation>국소 응답 정규화</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Concat</source>
        <translation>연결(concat)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>평탄화(flatten)</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형(완전 연결)</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>The volume that the first layer reads.</source>
        <translation>첫 번째 층이 읽는 볼륨입니다.</translation>
    </message>
    <message>
        <source>[cout]{filters}[/] filter(s) of {kernel} make [cout]{filters}[/] output channel(s).</source>
        <translation>{kernel} 필터 [cout]{filters}[/]개가 출력 채널 [cout]{filters}[/]개를 만듭니다.</translation>
    </message>
    <message>
        <source>[cout]1[/] filter of {kernel} makes [cout]1[/] output channel.</source>
        <translation>{kernel} 필터 [cout]1[/]개가 출력 채널 [cout]1[/]개를 만듭니다.</translation>
    </message>
    <message>
        <source>The largest value under the window, channel by channel.</source>
        <translation>채널마다 창 안에서 가장 큰 값을 고릅니다.</translation>
    </message>
    <message>
        <source>The mean of the values under the window, channel by channel.</source>
        <translation>채널마다 창 안의 값을 평균합니다.</translation>
    </message>
    <message>
        <source>Every channel becomes one value, its mean. There is nothing to set.</source>
        <translation>각 채널이 그 평균값 하나가 됩니다. 설정할 것은 없습니다.</translation>
    </message>
    <message>
        <source>Each value is divided by the strength of its neighbours along the channels.</source>
        <translation>각 값을 이웃한 채널들의 세기로 나눕니다.</translation>
    </message>
    <message>
        <source>Zeroes values at random while training. Here, in use, all pass unchanged: y = x.</source>
        <translation>학습할 때는 값을 무작위로 0으로 만듭니다. 여기서는 추론이므로 모두 그대로 통과합니다: y = x.</translation>
    </message>
    <message>
        <source>Puts volumes one behind the other, along the channels.</source>
        <translation>볼륨들을 채널 방향으로 이어 붙입니다.</translation>
    </message>
    <message>
        <source>Adds volumes of one shape, value by value.</source>
        <translation>모양이 같은 볼륨들을 값끼리 더합니다.</translation>
    </message>
    <message>
        <source>Every value becomes a channel: channel by channel, row by row.</source>
        <translation>값 하나하나가 채널이 됩니다. 순서는 채널별, 행별입니다.</translation>
    </message>
    <message>
        <source>Every output is a weighted sum of all inputs.</source>
        <translation>출력 하나하나가 모든 입력의 가중합입니다.</translation>
    </message>
    <message>
        <source>The same size as its input.</source>
        <translation>입력과 같은 크기입니다.</translation>
    </message>
    <message>
        <source>The same size as each of its inputs.</source>
        <translation>각 입력과 같은 크기입니다.</translation>
    </message>
    <message>
        <source>The channels of its inputs together: [cout]{channels}[/]</source>
        <translation>입력들의 채널을 모두 합친 수: [cout]{channels}[/]</translation>
    </message>
    <message>
        <source>One channel for each value of its input: [cout]{channels}[/]</source>
        <translation>입력의 값마다 채널 하나: [cout]{channels}[/]</translation>
    </message>
    <message>
        <source>One value for each channel of its input: [cout]{channels}[/]</source>
        <translation>입력의 채널마다 값 하나: [cout]{channels}[/]</translation>
    </message>
    <message>
        <source>One channel for each output asked for: [cout]{channels}[/]</source>
        <translation>정한 출력 수만큼의 채널: [cout]{channels}[/]</translation>
    </message>
    <message>
        <source>ceil((input + padding − window) ÷ stride) + 1, less a last window that would start beyond the input</source>
        <translation>올림((입력 + 패딩 − 창) ÷ 스트라이드) + 1, 입력을 벗어나서 시작하는 마지막 창은 뺍니다</translation>
    </message>
    <message>
        <source>ceil(([h]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + {last} = [h]{result}[/]</source>
        <translation>올림(([h]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + {last} = [h]{result}[/]</translation>
    </message>
    <message>
        <source>ceil(([w]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + {last} = [w]{result}[/]</source>
        <translation>올림(([w]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + {last} = [w]{result}[/]</translation>
    </message>
    <message>
        <source>Everything that its inputs read between them.</source>
        <translation>입력들이 읽는 영역을 모두 합친 것입니다.</translation>
    </message>
    <message>
        <source>neighbours, over all channels</source>
        <translation>모든 채널의 이웃 수</translation>
    </message>
    <message>
        <source>(inputs − 1)</source>
        <translation>(입력 수 − 1)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>팽창(dilation)</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Values from</source>
        <translation>값의 출처</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Ceil mode</source>
        <translation>올림 모드</translation>
    </message>
    <message>
        <source>Count pads</source>
        <translation>패딩 포함</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>알파</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>베타</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>Drop rate</source>
        <translation>드롭아웃 비율</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력 수</translation>
    </message>
    <message>
        <source>Lets a last window hang over the edge, so that no input cell is left out.</source>
        <translation>마지막 창이 가장자리를 넘어가게 하여 빠지는 입력 칸이 없게 합니다.</translation>
    </message>
    <message>
        <source>Whether padding cells count in the number that the sum is divided by.</source>
        <translation>합을 나누는 수에 패딩 칸도 셀지를 정합니다.</translation>
    </message>
    <message>
        <source>How many neighbouring channels, this one included, are taken together.</source>
        <translation>자신을 포함해 이웃한 채널 몇 개를 함께 보는지를 정합니다.</translation>
    </message>
    <message>
        <source>How strongly the squares of the neighbours weigh.</source>
        <translation>이웃 값의 제곱을 얼마나 크게 반영할지를 정합니다.</translation>
    </message>
    <message>
        <source>The power that the divisor is raised to.</source>
        <translation>나누는 수에 거듭제곱하는 지수입니다.</translation>
    </message>
    <message>
        <source>What is added to the squares, so that nothing is divided by zero.</source>
        <translation>0으로 나누지 않도록 제곱의 합에 더하는 값입니다.</translation>
    </message>
    <message>
        <source>The share of the values that becomes zero while training.</source>
        <translation>학습할 때 0이 되는 값의 비율입니다.</translation>
    </message>
    <message>
        <source>How many outputs: each one has a weight for every input.</source>
        <translation>출력의 개수입니다. 출력마다 모든 입력에 대한 가중치가 있습니다.</translation>
    </message>
    <message>
        <source>Which part of the photo is used; the whole of it without a frame.</source>
        <translation>사진에서 쓸 부분입니다. 틀이 없으면 전체를 씁니다.</translation>
    </message>
    <message>
        <source>Random (He)</source>
        <translation>무작위(He)</translation>
    </message>
    <message>
        <source>Edges (Gabor)</source>
        <translation>에지(Gabor)</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등</translation>
    </message>
    <message>
        <source>Luma (to grey)</source>
        <translation>휘도(흑백 변환)</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>세피아</translation>
    </message>
    <message>
        <source>Photo features</source>
        <translation>사진의 특징맵</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>그라데이션</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>원-핫</translation>
    </message>
    <message>
        <source>Coffee</source>
        <translation>커피</translation>
    </message>
    <message>
        <source>Chelsea the cat</source>
        <translation>고양이 첼시</translation>
    </message>
    <message>
        <source>Rocket</source>
        <translation>로켓</translation>
    </message>
    <message>
        <source>Temple</source>
        <translation>사원</translation>
    </message>
    <message>
        <source>Each channel is brought to mean 0 and deviation 1, then scaled by γ and shifted by β.</source>
        <translation>채널마다 평균을 0, 표준편차를 1로 맞춘 뒤 γ를 곱하고 β를 더합니다.</translation>
    </message>
    <message>
        <source>How many filters: each one makes one output channel.</source>
        <translation>필터의 수입니다. 필터 하나가 출력 채널 하나를 만듭니다.</translation>
    </message>
    <message>
        <source>How many rows and columns a filter covers; it is always as deep as the channels it reads.</source>
        <translation>커널 하나가 덮는 행과 열의 수입니다. 필터의 깊이는 늘 읽는 채널 수와 같습니다.</translation>
    </message>
    <message>
        <source>How many cells the filter moves from one output position to the next.</source>
        <translation>출력 위치가 하나 바뀔 때 필터가 옮겨 가는 칸 수(스트라이드)입니다.</translation>
    </message>
    <message>
        <source>How many rings of zeros are put around the input before the filter passes over it.</source>
        <translation>필터가 지나가기 전에 입력 둘레에 두르는 0(패딩)의 겹 수입니다.</translation>
    </message>
    <message>
        <source>How far apart the input cells are that neighbouring weights read; 1 means side by side.</source>
        <translation>이웃한 가중치가 읽는 입력 칸 사이의 간격입니다. 1이면 바로 옆 칸입니다.</translation>
    </message>
    <message>
        <source>One number per filter, added to every sum of that filter.</source>
        <translation>필터마다 하나씩 있는 수(편향)로, 그 필터의 모든 합에 더해집니다.</translation>
    </message>
    <message>
        <source>Where the weights come from: drawn at random, or made for a purpose.</source>
        <translation>가중치를 정하는 방법입니다. 무작위로 뽑거나 목적에 맞게 만듭니다.</translation>
    </message>
    <message>
        <source>Chooses the random numbers: the same seed gives the same ones again.</source>
        <translation>난수를 정하는 값입니다. 시드가 같으면 같은 난수가 다시 나옵니다.</translation>
    </message>
    <message>
        <source>How many rows the input volume has.</source>
        <translation>입력 볼륨의 행 수입니다.</translation>
    </message>
    <message>
        <source>How many columns the input volume has.</source>
        <translation>입력 볼륨의 열 수입니다.</translation>
    </message>
    <message>
        <source>How many channels the input volume has; a photo has 3.</source>
        <translation>입력 볼륨의 채널 수입니다. 사진은 3채널입니다.</translation>
    </message>
    <message>
        <source>What fills the input: a photo, a photo&apos;s feature maps, or a made-up pattern.</source>
        <translation>입력을 채우는 값입니다. 사진, 사진의 특징맵, 만들어 낸 무늬 가운데 고릅니다.</translation>
    </message>
    <message>
        <source>Which photo the values are made from.</source>
        <translation>값을 만들 사진입니다.</translation>
    </message>
    <message>
        <source>Crop frame</source>
        <translation>자르기 틀</translation>
    </message>
    <message>
        <source>Depthwise</source>
        <translation>깊이별(depthwise)</translation>
    </message>
    <message>
        <source>Into how many groups channels and filters are split: a filter reads its own group alone; depthwise, each filter reads one channel.</source>
        <translation>채널과 필터를 몇 그룹으로 나눌지 정합니다. 필터는 자기 그룹의 채널만 읽고, 깊이별(depthwise)이면 채널 하나만 읽습니다.</translation>
    </message>
    <message>
        <source>Each filter reads one channel alone.</source>
        <translation>필터마다 채널 하나만 읽습니다.</translation>
    </message>
    <message>
        <source>Values below zero become 0, the others stay. There is nothing to set.</source>
        <translation>음수는 0이 되고 나머지는 그대로입니다. 설정할 것은 없습니다.</translation>
    </message>
    <message>
        <source>The channel values of each position become probabilities, which sum to 1.</source>
        <translation>위치마다 채널 값들이 확률(합이 1)로 바뀝니다.</translation>
    </message>
    <message>
        <source>Channel slice</source>
        <translation>채널 자르기</translation>
    </message>
    <message>
        <source>Takes the channels from the first to the last one named, and leaves out the others.</source>
        <translation>첫 채널부터 마지막 채널까지만 가져오고 나머지는 버립니다.</translation>
    </message>
    <message>
        <source>The channels that are taken: [cout]{channels}[/]</source>
        <translation>가져온 채널 수: [cout]{channels}[/]</translation>
    </message>
    <message>
        <source>First channel</source>
        <translation>첫 채널</translation>
    </message>
    <message>
        <source>Last channel</source>
        <translation>마지막 채널</translation>
    </message>
    <message>
        <source>The first channel that is taken, counted from 1.</source>
        <translation>가져올 첫 채널입니다. 1부터 셉니다.</translation>
    </message>
    <message>
        <source>The last channel that is taken; the ones after it are left out.</source>
        <translation>가져올 마지막 채널입니다. 그 뒤의 채널은 버립니다.</translation>
    </message>
    <message>
        <source>Hard-swish</source>
        <translation>하드 스위시</translation>
    </message>
    <message>
        <source>Every value is multiplied by a share between 0 and 1 that grows with it from −3 to 3. There is nothing to set.</source>
        <translation>모든 값에 0과 1 사이의 비율을 곱합니다. 비율은 값이 −3에서 3으로 커질수록 커집니다. 설정할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>곱하기</translation>
    </message>
    <message>
        <source>Multiplies volumes value by value. One of a single position is a factor for each channel.</source>
        <translation>볼륨을 값끼리 곱합니다. 위치가 하나뿐인 볼륨은 채널마다 곱할 수 하나가 됩니다.</translation>
    </message>
    <message>
        <source>The same size as the largest of its inputs.</source>
        <translation>입력 가운데 가장 큰 것과 크기가 같습니다.</translation>
    </message>
    <message>
        <source>ReLU6</source>
        <translation>ReLU6</translation>
    </message>
    <message>
        <source>Values below zero become 0, values above six become 6, the others stay. There is nothing to set.</source>
        <translation>0보다 작은 값은 0, 6보다 큰 값은 6이 되고 나머지는 그대로입니다. 설정할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Every value becomes one between 0 and 1; zero becomes one half. There is nothing to set.</source>
        <translation>모든 값이 0과 1 사이의 값이 됩니다. 0은 0.5가 됩니다. 설정할 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>offers</name>
    <message>
        <source>This network is a photo and no layer yet.</source>
        <translation>아직 사진만 있고 층이 없는 네트워크입니다.</translation>
    </message>
    <message>
        <source>Counted, not computed: {layer} has {needed} parameter(s), and values are computed up to {most}.</source>
        <translation>비용만 세고 값은 계산하지 않습니다. {layer}의 파라미터는 {needed}개인데, 값은 {most}개까지만 계산합니다.</translation>
    </message>
    <message>
        <source>Counted, not computed: {layer} takes {needed} cell(s), and values are computed up to {most}.</source>
        <translation>비용만 세고 값은 계산하지 않습니다. {layer}의 칸은 {needed}개인데, 값은 {most}개까지만 계산합니다.</translation>
    </message>
    <message>
        <source>Counted, not computed: {layer} takes {needed} MAC(s), and values are computed up to {most}.</source>
        <translation>비용만 세고 값은 계산하지 않습니다. {layer}의 MAC은 {needed}번인데, 값은 {most}번까지만 계산합니다.</translation>
    </message>
    <message>
        <source>Counted, not computed: with {layer} the network comes to more than {most} number(s), as many as are kept.</source>
        <translation>비용만 세고 값은 계산하지 않습니다. {layer}까지 더하면 네트워크의 수가 저장 한도인 {most}개를 넘습니다.</translation>
    </message>
    <message>
        <source>Counted, not computed: photo features of {height}×{width} take a larger photo than is computed.</source>
        <translation>비용만 세고 값은 계산하지 않습니다. {height}×{width} 사진 특징맵에는 계산 한도보다 큰 사진이 필요합니다.</translation>
    </message>
    <message>
        <source>Nothing to play: {reason}</source>
        <translation>재생할 값이 없습니다: {reason}</translation>
    </message>
    <message>
        <source>+ Add a layer: {filters} filter(s) of {kernel}</source>
        <translation>+ 층 추가: {kernel} 필터 {filters}개</translation>
    </message>
    <message>
        <source>Take a smaller input: {height}×{width}</source>
        <translation>입력 줄이기: {height}×{width}</translation>
    </message>
    <message>
        <source>Give {layer} {count} filter(s)</source>
        <translation>{layer} 필터를 {count}개로</translation>
    </message>
    <message>
        <source>Give {layer} 1 filter</source>
        <translation>{layer} 필터를 1개로</translation>
    </message>
    <message>
        <source>Give {layer} {count} output(s)</source>
        <translation>{layer} 출력을 {count}개로</translation>
    </message>
    <message>
        <source>Give {layer} 1 output</source>
        <translation>{layer} 출력을 1개로</translation>
    </message>
    <message>
        <source>Go to {layer}</source>
        <translation>{layer} 층 보기</translation>
    </message>
    <message>
        <source>Take another photo: {photo}</source>
        <translation>다른 사진 쓰기: {photo}</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>마지막 편집 취소</translation>
    </message>
</context>
<context>
    <name>playback</name>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>{speed}×</source>
        <translation>{speed}×</translation>
    </message>
    <message>
        <source>{what}  ({press})</source>
        <translation>{what}  ({press})</translation>
    </message>
    <message>
        <source>Above, the steps of this cell; below, the filters. Drag to any moment.</source>
        <translation>위는 이 칸의 단계, 아래는 필터입니다. 끌어서 원하는 때로 옮기세요.</translation>
    </message>
    <message>
        <source>this cell</source>
        <translation>이 칸</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>다음: {step}</translation>
    </message>
    <message>
        <source>{now} / {whole}</source>
        <translation>{now} / {whole}</translation>
    </message>
    <message>
        <source>{step} · {time}</source>
        <translation>{step} · {time}</translation>
    </message>
    <message>
        <source>Filter {filter} of {n}: click to select it</source>
        <translation>필터 {filter}/{n}: 누르면 선택합니다</translation>
    </message>
    <message>
        <source>lift</source>
        <translation>올리기</translation>
    </message>
    <message>
        <source>{first}</source>
        <translation>{first}</translation>
    </message>
    <message>
        <source>{first}–{last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>norm, ReLU</source>
        <translation>정규화, ReLU</translation>
    </message>
    <message>
        <source>{filter}</source>
        <translation>{filter}</translation>
    </message>
    <message>
        <source>Lift out the input cells</source>
        <translation>입력 칸 들어 올리기</translation>
    </message>
    <message>
        <source>Channel {first} of {n}</source>
        <translation>채널 {first}/{n}</translation>
    </message>
    <message>
        <source>Channels {first}–{last}</source>
        <translation>채널 {first}–{last}</translation>
    </message>
    <message>
        <source>Add the bias</source>
        <translation>편향 더하기</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Batch norm and ReLU</source>
        <translation>배치 정규화와 ReLU</translation>
    </message>
    <message>
        <source>Rest of this feature map</source>
        <translation>이 특징맵의 나머지</translation>
    </message>
    <message>
        <source>Filter {filter} of {n}</source>
        <translation>필터 {filter}/{n}</translation>
    </message>
    <message>
        <source>Output complete</source>
        <translation>출력 완성</translation>
    </message>
    <message>
        <source>Input position ([h]{row}[/], [w]{column}[/]) is read by no output: the stride steps over it.</source>
        <translation>입력 위치 ([h]{row}[/], [w]{column}[/])의 값은 스트라이드가 건너뛰므로 어떤 출력의 계산에도 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>[cin]Channel {channel}[/] of {n}, cell by cell: each of the [k]{k}[/] input cell(s) is multiplied by the weight at its place.</source>
        <translation>[cin]채널 {channel}[/]/{n}을(를) 한 칸씩 계산합니다. 입력 칸 [k]{k}개[/]를 각각 같은 자리의 가중치와 곱합니다.</translation>
    </message>
    <message>
        <source>ReLU: {before} is negative, so it becomes 0.</source>
        <translation>ReLU: {before}은(는) 음수이므로 0이 됩니다.</translation>
    </message>
    <message>
        <source>[cout]Filter {filter}[/] of {n} makes the next output channel.</source>
        <translation>[cout]필터 {filter}[/](전체 {n}개)이(가) 다음 출력 채널을 만듭니다.</translation>
    </message>
    <message>
        <source>The output is complete: {output}, one channel for each of the [cout]{n} filter(s)[/].</source>
        <translation>출력 {output}이(가) 완성되었습니다. [cout]필터 {n}개[/]가 저마다 채널 하나를 만들었습니다.</translation>
    </message>
    <message>
        <source>The output is complete: {output}, one channel for the [cout]one filter[/].</source>
        <translation>출력 {output}이(가) 완성되었습니다. [cout]필터 1개[/]가 채널 하나를 만들었습니다.</translation>
    </message>
    <message>
        <source>Contribution of each channel</source>
        <translation>채널별 기여</translation>
    </message>
    <message>
        <source>channel {channel}</source>
        <translation>채널 {channel}</translation>
    </message>
    <message>
        <source>Contribution of each input</source>
        <translation>입력별 기여</translation>
    </message>
    <message>
        <source>input {channel}</source>
        <translation>입력 {channel}</translation>
    </message>
    <message>
        <source>[cin]{n} input(s)[/]</source>
        <translation>[cin]입력 {n}개[/]</translation>
    </message>
    <message>
        <source>[cin]1 input[/]</source>
        <translation>[cin]입력 1개[/]</translation>
    </message>
    <message>
        <source>[cin]input {channel}[/]</source>
        <translation>[cin]입력 {channel}[/]</translation>
    </message>
    <message>
        <source>input {channel} of {n}: {result}, sum so far {sum}</source>
        <translation>입력 {channel}/{n}: {result}, 지금까지의 합 {sum}</translation>
    </message>
    <message>
        <source>[cin]{n} channel(s)[/]</source>
        <translation>[cin]{n}개 채널[/]</translation>
    </message>
    <message>
        <source>[cin]1 channel[/]</source>
        <translation>[cin]1개 채널[/]</translation>
    </message>
    <message>
        <source>[cin]channels {first}–{last}[/]</source>
        <translation>[cin]채널 {first}–{last}[/]</translation>
    </message>
    <message>
        <source>[cin]inputs {first}–{last}[/]</source>
        <translation>[cin]입력 {first}–{last}[/]</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>sum of [cin]{n} input(s)[/]</source>
        <translation>[cin]입력 {n}개[/]의 합</translation>
    </message>
    <message>
        <source>sum of [cin]1 input[/]</source>
        <translation>[cin]입력 1개[/]의 합</translation>
    </message>
    <message>
        <source>[muted]added unrounded, then rounded[/]</source>
        <translation>[muted]반올림하지 않고 더한 뒤 반올림한 값[/]</translation>
    </message>
    <message>
        <source>products</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산 전</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>계산하지 않음</translation>
    </message>
    <message>
        <source>±{high}</source>
        <translation>±{high}</translation>
    </message>
    <message>
        <source>sum so far</source>
        <translation>지금까지의 합</translation>
    </message>
    <message>
        <source>out</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>[cin]channel {channel}[/]</source>
        <translation>[cin]채널 {channel}[/]</translation>
    </message>
    <message>
        <source>channel {channel} of {n}: {result}, sum so far {sum}</source>
        <translation>채널 {channel}/{n}: {result}, 지금까지의 합 {sum}</translation>
    </message>
    <message>
        <source>bias: {bias}, together {before}</source>
        <translation>편향: {bias}, 더하면 {before}</translation>
    </message>
    <message>
        <source>No values to plot</source>
        <translation>그릴 값이 없습니다</translation>
    </message>
    <message>
        <source>Output ([h]{row}[/], [w]{column}[/]) of [cout]filter {filter}[/]</source>
        <translation>[cout]필터 {filter}[/]의 출력 ([h]{row}[/], [w]{column}[/])</translation>
    </message>
    <message>
        <source>reads input channels [cin]{first}–{last}[/]</source>
        <translation>입력 채널 [cin]{first}–{last}[/]을(를) 읽습니다</translation>
    </message>
    <message>
        <source>reads input channel [cin]{first}[/]</source>
        <translation>입력 채널 [cin]{first}[/]만 읽습니다</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>× weight</source>
        <translation>× 가중치</translation>
    </message>
    <message>
        <source>≈ product</source>
        <translation>≈ 곱</translation>
    </message>
    <message>
        <source>≈ {n} product(s), summed</source>
        <translation>≈ 곱 {n}개의 합</translation>
    </message>
    <message>
        <source>input at ({row}, {column}): {x} × {w}, not multiplied yet</source>
        <translation>입력 ({row}, {column}): {x} × {w}, 아직 곱하지 않음</translation>
    </message>
    <message>
        <source>padding: 0 × {w}, not multiplied yet</source>
        <translation>패딩: 0 × {w}, 아직 곱하지 않음</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>sum of [cin]{n} channel(s)[/]</source>
        <translation>[cin]{n}개 채널[/]의 합</translation>
    </message>
    <message>
        <source>sum of [cin]1 channel[/]</source>
        <translation>[cin]1개 채널[/]의 합</translation>
    </message>
    <message>
        <source>+ bias</source>
        <translation>+ 편향</translation>
    </message>
    <message>
        <source>before {activation}</source>
        <translation>{activation} 전</translation>
    </message>
    <message>
        <source>after {activation}</source>
        <translation>{activation} 후</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>batch norm, ReLU</source>
        <translation>배치 정규화, ReLU</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copied {n} term(s)</source>
        <translation>항 {n}개를 복사했습니다</translation>
    </message>
    <message>
        <source>Copied 1 term</source>
        <translation>항 1개를 복사했습니다</translation>
    </message>
    <message>
        <source>Arithmetic of the active output cell</source>
        <translation>선택한 출력 칸의 계산식</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>own colours</source>
        <translation>원래 색</translation>
    </message>
    <message>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>input channels</source>
        <translation>입력 채널</translation>
    </message>
    <message>
        <source>Copy every term and the bias in full, as Python reads them</source>
        <translation>모든 항과 편향을 파이썬이 읽을 수 있는 식으로 복사합니다</translation>
    </message>
    <message>
        <source>Too large to compute here: this layer is counted, not calculated.</source>
        <translation>여기서 계산하기에는 너무 큽니다. 이 층은 계산량만 셉니다.</translation>
    </message>
    <message>
        <source>Arrowheads: values beyond the 99.5th percentile all take the last colour.</source>
        <translation>화살촉: 상위 0.5%의 값은 모두 끝 색으로 칠합니다.</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>rest of feature map</source>
        <translation>특징맵의 나머지</translation>
    </message>
    <message>
        <source>Ready: Space plays</source>
        <translation>준비: Space로 재생</translation>
    </message>
    <message>
        <source>Without a bottleneck, each of the [cout]{filters} filter(s)[/] of {kernel} reads all [cin]{channels} channel(s)[/]: {macs} MAC(s).</source>
        <translation>병목(bottleneck)이 없으면 {kernel} [cout]필터 {filters}개[/]가 저마다 [cin]채널 {channels}개[/]를 모두 읽어야 하므로 곱셈-누산(MAC)이 {macs}회 필요합니다.</translation>
    </message>
    <message>
        <source>Grey is a weighted sum of red, green and blue at each pixel: {red} R + {green} G + {blue} B, [cout]one filter[/] of {kernel}.</source>
        <translation>회색은 픽셀마다 빨강, 초록, 파랑의 가중합입니다: {red} R + {green} G + {blue} B, {kernel} [cout]필터 하나[/].</translation>
    </message>
    <message>
        <source>Every colour of sepia is its own weighted sum of red, green and blue: [cout]{filters} filter(s)[/] of {kernel}, {weights} weight(s).</source>
        <translation>세피아의 색은 저마다 빨강, 초록, 파랑의 가중합입니다: {kernel} [cout]필터 {filters}개[/], 가중치 {weights}개.</translation>
    </message>
    <message>
        <source>Input position ([h]{row}[/], [w]{column}[/]) is read by {n} output position(s), {rows}, {columns}, in every feature map.</source>
        <translation>입력 위치 ([h]{row}[/], [w]{column}[/])의 값은 특징맵마다 출력 위치 {n}곳의 계산에 쓰입니다: {rows}, {columns}.</translation>
    </message>
    <message>
        <source>Input position ([h]{row}[/], [w]{column}[/]) is read by one output position, {rows}, {columns}, in every feature map.</source>
        <translation>입력 위치 ([h]{row}[/], [w]{column}[/])의 값은 특징맵마다 출력 위치 한 곳의 계산에 쓰입니다: {rows}, {columns}.</translation>
    </message>
    <message>
        <source>[cin]Channel {channel}[/] of {n}: input {x} × weight {w} ≈ {result}, which is added to the sum.</source>
        <translation>[cin]채널 {channel}[/]/{n}: 입력 {x} × 가중치 {w} ≈ {result}을(를) 합에 더합니다.</translation>
    </message>
    <message>
        <source>[cin]Channel {channel}[/] of {n}: [k]{k} product(s)[/] of input × weight come to {result}, which is added to the sum.</source>
        <translation>[cin]채널 {channel}[/]/{n}: 입력 × 가중치의 [k]곱 {k}개[/]를 모두 더한 {result}을(를) 합에 더합니다.</translation>
    </message>
    <message>
        <source>[cin]Channel {channel}[/] of {n}: input × weight is added to the sum.</source>
        <translation>[cin]채널 {channel}[/]/{n}: 입력 × 가중치를 합에 더합니다.</translation>
    </message>
    <message>
        <source>The bias {bias} of [cout]filter {filter}[/] is added: {sum} becomes {before}.</source>
        <translation>[cout]필터 {filter}[/]의 편향 {bias}을(를) 더해 {sum}이(가) {before}이(가) 됩니다.</translation>
    </message>
    <message>
        <source>The bias of [cout]filter {filter}[/] is added to the sum.</source>
        <translation>[cout]필터 {filter}[/]의 편향을 합에 더합니다.</translation>
    </message>
    <message>
        <source>Batch norm: γ·(x − μ) ÷ σ + β = {gamma}·({before} − {mean}) ÷ {deviation} + {beta} ≈ {after}.</source>
        <translation>배치 정규화: γ·(x − μ) ÷ σ + β = {gamma}·({before} − {mean}) ÷ {deviation} + {beta} ≈ {after}.</translation>
    </message>
    <message>
        <source>Batch norm: each feature map is normalised, scaled by γ and shifted by β.</source>
        <translation>배치 정규화: 특징맵마다 정규화한 뒤 γ를 곱하고 β를 더합니다.</translation>
    </message>
    <message>
        <source>ReLU keeps {before}.</source>
        <translation>ReLU는 {before}을(를) 그대로 둡니다.</translation>
    </message>
    <message>
        <source>ReLU makes it 0.</source>
        <translation>ReLU가 이 값을 0으로 바꿉니다.</translation>
    </message>
    <message>
        <source>{name}: {before} becomes {after}.</source>
        <translation>{name}: {before}이(가) {after}이(가) 됩니다.</translation>
    </message>
    <message>
        <source>Batch norm scales and shifts each feature map; ReLU turns negatives into 0.</source>
        <translation>배치 정규화는 특징맵마다 크기와 위치를 맞추고, ReLU는 음수를 0으로 바꿉니다.</translation>
    </message>
    <message>
        <source>[muted]γ[/] {gamma}·(x − [muted]μ[/] {mean}) ÷ [muted]σ[/] {deviation} + [muted]β[/] {beta}</source>
        <translation>[muted]γ[/] {gamma}·(x − [muted]μ[/] {mean}) ÷ [muted]σ[/] {deviation} + [muted]β[/] {beta}</translation>
    </message>
    <message>
        <source>[k]{n} product(s)[/] of [cin]channel {channel}[/]</source>
        <translation>[cin]채널 {channel}[/]의 [k]곱 {n}개[/]</translation>
    </message>
    <message>
        <source>sum ≈</source>
        <translation>합 ≈</translation>
    </message>
    <message>
        <source>input at ({row}, {column}): {x} × {w} ≈ {product}</source>
        <translation>입력 ({row}, {column}): {x} × {w} ≈ {product}</translation>
    </message>
    <message>
        <source>padding: 0 × {w} = 0</source>
        <translation>패딩: 0 × {w} = 0</translation>
    </message>
    <message>
        <source>whole sum</source>
        <translation>전체 합</translation>
    </message>
    <message>
        <source>sum with bias</source>
        <translation>편향까지 더한 합</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>e^x</source>
        <translation>e^x</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>제곱</translation>
    </message>
    <message>
        <source>pass on</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>add up</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>divide</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>rest of channel</source>
        <translation>채널의 나머지</translation>
    </message>
    <message>
        <source>Compare the cells</source>
        <translation>칸들을 비교</translation>
    </message>
    <message>
        <source>Take the exponentials</source>
        <translation>지숫값 구하기</translation>
    </message>
    <message>
        <source>Square the neighbours</source>
        <translation>이웃을 제곱</translation>
    </message>
    <message>
        <source>Pass the value on</source>
        <translation>값을 그대로 전달</translation>
    </message>
    <message>
        <source>Add them up</source>
        <translation>모두 더하기</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>Rest of this channel</source>
        <translation>이 채널의 나머지</translation>
    </message>
    <message>
        <source>Channel {filter} of {n}</source>
        <translation>채널 {filter}/{n}</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Channel {filter} of {n}: click to select it</source>
        <translation>채널 {filter}/{n}: 누르면 선택합니다</translation>
    </message>
    <message>
        <source>A window of [k]{rows}×{columns}[/] passes over each channel by itself and keeps the greatest value: {input} becomes {output}, without a single weight.</source>
        <translation>[k]{rows}×{columns}[/] 창이 채널마다 따로 지나가며 가장 큰 값만 남깁니다. 가중치 하나 없이 {input} 입력이 {output} 출력이 됩니다.</translation>
    </message>
    <message>
        <source>A window of [k]{rows}×{columns}[/] passes over each channel by itself and keeps the mean: {input} becomes {output}, without a single weight.</source>
        <translation>[k]{rows}×{columns}[/] 창이 채널마다 따로 지나가며 평균을 남깁니다. 가중치 하나 없이 {input} 입력이 {output} 출력이 됩니다.</translation>
    </message>
    <message>
        <source>Batch norm brings each channel to mean 0 and deviation 1, then scales and shifts it.</source>
        <translation>배치 정규화는 채널마다 평균을 0, 표준편차를 1로 맞춘 뒤 크기와 위치를 다시 조절합니다.</translation>
    </message>
    <message>
        <source>Each cell is divided by the strength of its neighbours along the channels, at the same position.</source>
        <translation>칸마다 같은 위치에 있는 이웃 채널들의 세기로 나눕니다.</translation>
    </message>
    <message>
        <source>In use, dropout passes every value unchanged. While training it zeroes a share of them at random: {rate}.</source>
        <translation>드롭아웃은 사용할 때 모든 값을 그대로 내보냅니다. 학습할 때는 그 가운데 {rate}만큼을 무작위로 0으로 만듭니다.</translation>
    </message>
    <message>
        <source>A window of [k]{rows}×{columns}[/] cells is lifted out of [cin]channel {channel}[/], of this channel alone.</source>
        <translation>[cin]채널 {channel}[/] 하나에서만 [k]{rows}×{columns}[/] 창의 칸들을 들어 올립니다.</translation>
    </message>
    <message>
        <source>The cell of [cin]channel {channel}[/] is lifted with its neighbours: {n} channel(s) at ([h]{row}[/], [w]{column}[/]).</source>
        <translation>위치 ([h]{row}[/], [w]{column}[/])에서 [cin]채널 {channel}[/]의 칸을 이웃과 함께, 모두 {n}개 채널을 들어 올립니다.</translation>
    </message>
    <message>
        <source>All [cin]{n} channel(s)[/] at ([h]{row}[/], [w]{column}[/]) are lifted out.</source>
        <translation>위치 ([h]{row}[/], [w]{column}[/])의 [cin]채널 {n}개[/]를 모두 들어 올립니다.</translation>
    </message>
    <message>
        <source>Each value x becomes e^(x − {highest}): always positive, and the larger the value, the faster it grows.</source>
        <translation>값 x마다 지숫값 e^(x − {highest})을(를) 구합니다. 언제나 양수이고, 값이 클수록 훨씬 빨리 커집니다.</translation>
    </message>
    <message>
        <source>The values of the [cin]{n} neighbour(s)[/] are squared.</source>
        <translation>[cin]이웃 {n}개[/]의 값을 제곱합니다.</translation>
    </message>
    <message>
        <source>In use, dropout does nothing: {value} passes unchanged.</source>
        <translation>드롭아웃은 사용할 때 아무것도 하지 않습니다. {value}이(가) 그대로 지나갑니다.</translation>
    </message>
    <message>
        <source>The squares of the neighbours are added up: {sum}.</source>
        <translation>이웃의 제곱을 모두 더하면 {sum}입니다.</translation>
    </message>
    <message>
        <source>The sum is divided by the number of cells: {sum} ÷ {divisor} ≈ {value}.</source>
        <translation>합을 칸의 수로 나눕니다: {sum} ÷ {divisor} ≈ {value}.</translation>
    </message>
    <message>
        <source>Divided by {divisor}, the padding&apos;s zeros counted: {sum} ÷ {divisor} ≈ {value}.</source>
        <translation>패딩의 0까지 세어 {divisor}으로(로) 나눕니다: {sum} ÷ {divisor} ≈ {value}.</translation>
    </message>
    <message>
        <source>{x} is divided by ({k} + {factor} × {sum}) to the power {beta}: ≈ {value}.</source>
        <translation>{x}을(를) ({k} + {factor} × {sum})의 {beta}제곱으로 나누면 ≈ {value}입니다.</translation>
    </message>
    <message>
        <source>The window moves on, {rows} down and {columns} across at a time, and fills all {positions} position(s) of [cout]channel {filter}[/].</source>
        <translation>창이 아래로 {rows}칸, 옆으로 {columns}칸씩 옮겨 가며 [cout]채널 {filter}[/]의 위치 {positions}곳을 모두 채웁니다.</translation>
    </message>
    <message>
        <source>[cout]Channel {filter}[/] of {n} is made in the same way, by itself.</source>
        <translation>[cout]채널 {filter}[/](전체 {n}개)도 같은 방법으로 따로 만들어집니다.</translation>
    </message>
    <message>
        <source>[cout]Output {filter}[/] of {n} has weights of its own for the same inputs.</source>
        <translation>[cout]출력 {filter}[/](전체 {n}개)은(는) 같은 입력에 자기만의 가중치를 씁니다.</translation>
    </message>
    <message>
        <source>The output is complete: {output}.</source>
        <translation>출력이 완성되었습니다: {output}.</translation>
    </message>
    <message>
        <source>Output ([h]{row}[/], [w]{column}[/]) of [cout]channel {filter}[/]</source>
        <translation>[cout]채널 {filter}[/]의 출력 ([h]{row}[/], [w]{column}[/])</translation>
    </message>
    <message>
        <source>[k]{rows}×{columns}[/] window of [cin]channel {channel}[/]</source>
        <translation>[cin]채널 {channel}[/]의 [k]{rows}×{columns}[/] 창</translation>
    </message>
    <message>
        <source>pad</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>e^(x − max)</source>
        <translation>e^(x − 최대)</translation>
    </message>
    <message>
        <source>x²</source>
        <translation>x²</translation>
    </message>
    <message>
        <source>greatest of {n}</source>
        <translation>{n}개 중 최대</translation>
    </message>
    <message>
        <source>sum of {n}</source>
        <translation>{n}개의 합</translation>
    </message>
    <message>
        <source>÷ number of cells</source>
        <translation>÷ 칸의 수</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>sum of squares</source>
        <translation>제곱의 합</translation>
    </message>
    <message>
        <source>÷ ({k} + {factor} × squares) to the power {beta}</source>
        <translation>÷ ({k} + {factor} × 제곱의 합)의 {beta}제곱</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>after {name}</source>
        <translation>{name} 후</translation>
    </message>
    <message>
        <source>cell {channel}</source>
        <translation>칸 {channel}</translation>
    </message>
    <message>
        <source>{n} cell(s)</source>
        <translation>칸 {n}개</translation>
    </message>
    <message>
        <source>total</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>x = {x} → y = {y}</source>
        <translation>x = {x} → y = {y}</translation>
    </message>
    <message>
        <source>No layer to play</source>
        <translation>재생할 층이 없습니다</translation>
    </message>
    <message>
        <source>This network has no layer yet: add one to see it at work.</source>
        <translation>이 네트워크에는 아직 층이 없습니다. 하나 추가하면 어떻게 작동하는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Output {filter} of {n}</source>
        <translation>출력 {filter}/{n}</translation>
    </message>
    <message>
        <source>Input {first} of {n}</source>
        <translation>입력 {first}/{n}</translation>
    </message>
    <message>
        <source>Inputs {first}–{last}</source>
        <translation>입력 {first}–{last}</translation>
    </message>
    <message>
        <source>Window cell {first} of {n}</source>
        <translation>창의 칸 {first}/{n}</translation>
    </message>
    <message>
        <source>Neighbour {first} of {n}</source>
        <translation>이웃 {first}/{n}</translation>
    </message>
    <message>
        <source>[cin]Input {channel}[/] of {n}: {x} × weight {w} ≈ {result}, which is added to the sum.</source>
        <translation>[cin]입력 {channel}[/]/{n}: {x} × 가중치 {w} ≈ {result}을(를) 합에 더합니다.</translation>
    </message>
    <message>
        <source>[cin]Input {channel}[/] of {n}: input × weight is added to the sum.</source>
        <translation>[cin]입력 {channel}[/]/{n}: 입력 × 가중치를 합에 더합니다.</translation>
    </message>
    <message>
        <source>The values of the neighbours are squared.</source>
        <translation>이웃의 값을 제곱합니다.</translation>
    </message>
    <message>
        <source>In use, dropout does nothing: the value passes unchanged.</source>
        <translation>드롭아웃은 사용할 때 아무것도 하지 않습니다. 값이 그대로 지나갑니다.</translation>
    </message>
    <message>
        <source>The values of the window are added up.</source>
        <translation>창 안의 값을 모두 더합니다.</translation>
    </message>
    <message>
        <source>The squares of the neighbours are added up.</source>
        <translation>이웃의 제곱을 모두 더합니다.</translation>
    </message>
    <message>
        <source>The sum is divided by the number of cells: the mean.</source>
        <translation>합을 칸의 수로 나눕니다. 이것이 평균입니다.</translation>
    </message>
    <message>
        <source>cell {channel} of {n}: {result}, sum so far {sum}</source>
        <translation>칸 {channel}/{n}: {result}, 지금까지의 합 {sum}</translation>
    </message>
    <message>
        <source>cell {channel} of {n}: {result}, greatest so far {sum}</source>
        <translation>칸 {channel}/{n}: {result}, 지금까지의 최댓값 {sum}</translation>
    </message>
    <message>
        <source>cut to 0</source>
        <translation>0으로 잘림</translation>
    </message>
    <message>
        <source>Crossed cells were below zero and have become 0.</source>
        <translation>줄이 그어진 칸은 0보다 작아서 0이 되었습니다.</translation>
    </message>
    <message>
        <source>The output is complete: {output}, and {share} of its cells became 0.</source>
        <translation>출력이 완성되었습니다: {output}. 칸의 {share}이(가) 0이 되었습니다.</translation>
    </message>
    <message>
        <source>[muted]y = max(0, x)[/]</source>
        <translation>[muted]y = max(0, x)[/]</translation>
    </message>
    <message>
        <source>[muted]y = γ·(x − μ) ÷ σ + β[/]</source>
        <translation>[muted]y = γ·(x − μ) ÷ σ + β[/]</translation>
    </message>
    <message>
        <source>Products of channel {first}</source>
        <translation>채널 {first}의 곱</translation>
    </message>
    <message>
        <source>{name}: {step}</source>
        <translation>{name}: {step}</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>나머지</translation>
    </message>
    <message>
        <source>Nothing to play</source>
        <translation>재생할 값이 없습니다</translation>
    </message>
    <message>
        <source>results, sum</source>
        <translation>결과·합</translation>
    </message>
    <message>
        <source>input, output</source>
        <translation>입력·출력</translation>
    </message>
    <message>
        <source>Flat cells have no value. A cell whose value is zero has the colour of zero.</source>
        <translation>흐린 칸에는 값이 없습니다. 값이 0인 칸은 0의 색으로 칠합니다.</translation>
    </message>
    <message>
        <source>[cin]Channel {channel}[/] of {n}: input {x} × weight {w}.</source>
        <translation>[cin]채널 {channel}[/]/{n}: 입력 {x} × 가중치 {w}.</translation>
    </message>
    <message>
        <source>[cin]Channel {channel}[/] of {n}: [k]{k} product(s)[/] of input × weight.</source>
        <translation>[cin]채널 {channel}[/]/{n}: 입력 × 가중치의 [k]곱 {k}개[/].</translation>
    </message>
    <message>
        <source>output channels</source>
        <translation>출력 채널</translation>
    </message>
    <message>
        <source>Position in the animation</source>
        <translation>재생 위치</translation>
    </message>
    <message>
        <source>Write to the output</source>
        <translation>출력에 쓰기</translation>
    </message>
    <message>
        <source>[cout]{filters} filter(s)[/] of {kernel} make {output} from {input}. Press Space to watch how one output cell is computed.</source>
        <translation>{kernel} [cout]필터 {filters}개[/]가 {input} 입력에서 {output} 출력을 만듭니다. Space를 누르면 출력 칸 하나가 만들어지는 과정을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>[cout]One filter[/] of {kernel} makes {output} from {input}. Press Space to watch how one output cell is computed.</source>
        <translation>{kernel} [cout]필터 1개[/]가 {input} 입력에서 {output} 출력을 만듭니다. Space를 누르면 출력 칸 하나가 만들어지는 과정을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>[cout]{filters} filter(s)[/] of {kernel} make {output} from {input}: the next layer, which needs the most MACs, has far fewer channels to read.</source>
        <translation>{kernel} [cout]필터 {filters}개[/]가 {input}에서 {output}을(를) 만듭니다. MAC이 가장 많은 다음 층이 읽을 채널이 크게 줄어듭니다.</translation>
    </message>
    <message>
        <source>The layer before made only [cin]{channels} channel(s)[/], so these [cout]{filters} filter(s)[/] of {kernel} need(s|) just {macs} MAC(s).</source>
        <translation>앞 층이 [cin]채널을 {channels}개[/]만 만들었으므로 이 {kernel} [cout]필터 {filters}개[/]에는 곱셈-누산(MAC)이 {macs}회만 필요합니다.</translation>
    </message>
    <message>
        <source>Each filter of {kernel} multiplies the cells of all [cin]{channels} channel(s)[/] by its weights and adds the products up, position by position, into one channel: [cout]{filters} filter(s)[/], [cout]{filters} output channel(s)[/].</source>
        <translation>{kernel} 필터 하나가 위치마다 [cin]채널 {channels}개[/]의 칸에 가중치를 곱하고 그 결과를 모두 더해 채널 하나를 만듭니다. [cout]필터 {filters}개[/], [cout]출력 채널 {filters}개[/]입니다.</translation>
    </message>
    <message>
        <source>Each of the [cin]{n} channel(s)[/] of the input at ([h]{row}[/], [w]{column}[/]) is paired with one of the [cin]{n} weight(s)[/] of [cout]filter {filter}[/].</source>
        <translation>입력 위치 ([h]{row}[/], [w]{column}[/])의 [cin]채널 값 {n}개[/]를 [cout]필터 {filter}[/]의 [cin]가중치 {n}개[/]와 하나씩 짝짓습니다.</translation>
    </message>
    <message>
        <source>The [cin]one channel[/] that [cout]filter {filter}[/] reads at ([h]{row}[/], [w]{column}[/]) is paired with its [cin]one weight[/].</source>
        <translation>[cout]필터 {filter}[/]이(가) ([h]{row}[/], [w]{column}[/])에서 읽는 [cin]채널 값 하나[/]를 [cin]가중치 하나[/]와 짝짓습니다.</translation>
    </message>
    <message>
        <source>This position lies in the padding: the [cin]{n} weight(s)[/] of [cout]filter {filter}[/] will be multiplied by zeros.</source>
        <translation>이 위치는 패딩이므로 [cout]필터 {filter}[/]의 [cin]가중치 {n}개[/]에 0을 곱합니다.</translation>
    </message>
    <message>
        <source>Each cell of a block of {kernel} input cell(s) is paired with the weight at its place among the {kernel} weight(s) of [cout]filter {filter}[/].</source>
        <translation>{kernel} 입력 칸을 [cout]필터 {filter}[/]의 {kernel} 가중치와 같은 자리끼리 짝짓습니다.</translation>
    </message>
    <message>
        <source>[cin]Channels {first} to {last}[/] in the same way: {count} more result(s) (is|are) added to the sum.</source>
        <translation>[cin]채널 {first}–{last}[/]도 같은 계산을 반복해 결과 {count}개를 합에 더합니다.</translation>
    </message>
    <message>
        <source>ReLU: {before} is not negative, so it stays.</source>
        <translation>ReLU: {before}은(는) 음수가 아니므로 그대로입니다.</translation>
    </message>
    <message>
        <source>ReLU leaves positive values unchanged and replaces negative ones by 0.</source>
        <translation>ReLU는 양수를 그대로 두고 음수를 0으로 바꿉니다.</translation>
    </message>
    <message>
        <source>{after} is written to the output at ([h]{row}[/], [w]{column}[/]) of [cout]feature map {filter}[/].</source>
        <translation>{after}이(가) [cout]특징맵 {filter}[/]의 출력 위치 ([h]{row}[/], [w]{column}[/])에 기록됩니다.</translation>
    </message>
    <message>
        <source>The value is written to the output at ([h]{row}[/], [w]{column}[/]) of [cout]feature map {filter}[/].</source>
        <translation>값이 [cout]특징맵 {filter}[/]의 출력 위치 ([h]{row}[/], [w]{column}[/])에 기록됩니다.</translation>
    </message>
    <message>
        <source>The same filter repeats this at all {positions} position(s) and fills [cout]feature map {filter}[/].</source>
        <translation>같은 필터가 위치 {positions}곳 모두에서 같은 계산을 반복해 [cout]특징맵 {filter}[/]을(를) 채웁니다.</translation>
    </message>
    <message>
        <source>arrowheads: beyond the range</source>
        <translation>▶ 범위를 넘는 값(상위 0.5%)은 끝 색</translation>
    </message>
    <message>
        <source>[cin]Input {channel}[/] of {n}: {x} × weight {w}.</source>
        <translation>[cin]입력 {channel}[/]/{n}: {x} × 가중치 {w}.</translation>
    </message>
    <message>
        <source>Each of the [cout]{filters} output(s)[/] is a weighted sum of all [cin]{channels} input(s)[/]: {weights} weight(s). Press Space to watch how one of them is computed.</source>
        <translation>[cout]출력 {filters}개[/]는 저마다 [cin]입력 {channels}개[/] 전체의 가중합이며, 가중치는 {weights}개입니다. Space를 누르면 출력 하나가 만들어지는 과정을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The [cout]one output[/] is a weighted sum of all [cin]{channels} input(s)[/]: {weights} weight(s). Press Space to watch how it is computed.</source>
        <translation>[cout]출력 하나[/]가 [cin]입력 {channels}개[/] 전체의 가중합이며, 가중치는 {weights}개입니다. Space를 누르면 출력이 만들어지는 과정을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Each channel is replaced by one value, the mean of its [k]{rows}×{columns}[/] cells: {input} becomes {output}.</source>
        <translation>채널마다 [k]{rows}×{columns}[/]칸의 평균 하나만 남습니다. {input} 입력이 {output} 출력이 됩니다.</translation>
    </message>
    <message>
        <source>ReLU takes every cell by itself: a value below zero becomes 0, others stay.</source>
        <translation>ReLU는 칸을 하나씩 따로 계산합니다. 0보다 작으면 0이 되고, 아니면 그대로입니다.</translation>
    </message>
    <message>
        <source>ReLU takes every cell by itself: a value below zero becomes 0, others stay. Here {share} of the cells became 0.</source>
        <translation>ReLU는 칸을 하나씩 따로 계산합니다. 0보다 작으면 0이 되고, 아니면 그대로입니다. 여기서는 칸의 {share}이(가) 0이 되었습니다.</translation>
    </message>
    <message>
        <source>The cells are put in one row, channel by channel, row by row, column by column: {input} becomes {output}.</source>
        <translation>칸들을 채널, 행, 열의 순서로 한 줄로 놓습니다. {input} 입력이 {output} 한 줄이 됩니다.</translation>
    </message>
    <message>
        <source>The [cin]{channels} value(s)[/] of a position become probabilities, which sum to 1: each exponential e^(x − max), divided by the sum of all of them.</source>
        <translation>한 위치의 [cin]값 {channels}개[/]가 확률(합이 1)로 바뀝니다. 지숫값 e^(x − 최대)를 각각 지숫값의 합으로 나눕니다.</translation>
    </message>
    <message>
        <source>The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] is taken by itself.</source>
        <translation>[cin]채널 {channel}[/]의 ([h]{row}[/], [w]{column}[/]) 칸 하나만 따로 계산합니다.</translation>
    </message>
    <message>
        <source>Each of the [cin]{n} input(s)[/] is paired with one of the [cin]{n} weight(s)[/] of [cout]output {filter}[/].</source>
        <translation>[cin]입력 {n}개[/]를 [cout]출력 {filter}[/]의 [cin]가중치 {n}개[/]와 하나씩 짝짓습니다.</translation>
    </message>
    <message>
        <source>[cin]Inputs {first} to {last}[/] in the same way: {count} more product(s) (is|are) added to the sum.</source>
        <translation>[cin]입력 {first}–{last}[/]도 같은 계산을 반복해 곱 {count}개를 합에 더합니다.</translation>
    </message>
    <message>
        <source>The {n} value(s) (is|are) compared: the greatest is {value}, and only it is kept.</source>
        <translation>값 {n}개를 비교합니다. 가장 큰 {value}만 남습니다.</translation>
    </message>
    <message>
        <source>The {n} value(s) inside the input are compared; padding is left out. The greatest is {value}.</source>
        <translation>입력 안의 값 {n}개를 비교하며 패딩은 제외합니다. 가장 큰 값은 {value}입니다.</translation>
    </message>
    <message>
        <source>{value} does not change: it becomes number {filter} of the row.</source>
        <translation>{value}은(는) 바뀌지 않고 줄의 {filter}번째가 됩니다.</translation>
    </message>
    <message>
        <source>The values of the window are compared, and only the greatest is kept.</source>
        <translation>창 안의 값을 비교해 가장 큰 값 하나만 남깁니다.</translation>
    </message>
    <message>
        <source>The greatest value is subtracted from each, and e is raised to the difference: always positive, and the larger the value, the faster it grows.</source>
        <translation>각 값에서 최댓값을 빼고, e를 그 차만큼 거듭제곱해 지숫값을 구합니다. 언제나 양수이고, 값이 클수록 빠르게 커집니다.</translation>
    </message>
    <message>
        <source>The value does not change: it becomes number {filter} of the row.</source>
        <translation>값은 바뀌지 않고 줄의 {filter}번째가 됩니다.</translation>
    </message>
    <message>
        <source>The {n} value(s) of the window are added up: {sum}.</source>
        <translation>창의 값 {n}개를 더하면 {sum}입니다.</translation>
    </message>
    <message>
        <source>The exponentials of all [cin]{n} channel(s)[/] are added up: {sum}.</source>
        <translation>[cin]채널 {n}개[/]의 지숫값을 모두 더하면 {sum}입니다.</translation>
    </message>
    <message>
        <source>The exponentials of all channels are added up.</source>
        <translation>모든 채널의 지숫값을 더합니다.</translation>
    </message>
    <message>
        <source>Its own exponential divided by the sum of all of them: {part} ÷ {sum} ≈ {value}, the probability of [cout]channel {filter}[/].</source>
        <translation>자기 지숫값을 지숫값의 합으로 나눕니다: {part} ÷ {sum} ≈ {value}. [cout]채널 {filter}[/]의 확률입니다.</translation>
    </message>
    <message>
        <source>Its own exponential divided by the sum of all of them: the probability of [cout]channel {filter}[/].</source>
        <translation>자기 지숫값을 지숫값의 합으로 나눕니다. [cout]채널 {filter}[/]의 확률입니다.</translation>
    </message>
    <message>
        <source>The value is divided by a number made from the squares: the larger the neighbours, the smaller the result.</source>
        <translation>값을 제곱의 합으로 만든 수로 나눕니다. 이웃 값이 클수록 결과가 작아집니다.</translation>
    </message>
    <message>
        <source>{after} is written to the output at ([h]{row}[/], [w]{column}[/]) of [cout]channel {filter}[/].</source>
        <translation>{after}이(가) [cout]채널 {filter}[/]의 출력 위치 ([h]{row}[/], [w]{column}[/])에 기록됩니다.</translation>
    </message>
    <message>
        <source>The value is written to the output at ([h]{row}[/], [w]{column}[/]) of [cout]channel {filter}[/].</source>
        <translation>값이 [cout]채널 {filter}[/]의 출력 위치 ([h]{row}[/], [w]{column}[/])에 기록됩니다.</translation>
    </message>
    <message>
        <source>The same is computed at all {positions} position(s) of [cout]channel {filter}[/].</source>
        <translation>[cout]채널 {filter}[/]의 위치 {positions}곳 모두에서 같은 계산을 합니다.</translation>
    </message>
    <message>
        <source>[cout]Channel {filter}[/] of {n}: its own exponential divided by the same sum.</source>
        <translation>[cout]채널 {filter}[/](전체 {n}개)도 자기 지숫값을 같은 합으로 나눕니다.</translation>
    </message>
    <message>
        <source>From a photo to ten probabilities: {filters} filter(s) of {kernel} come first. The network was never trained, so its classification means nothing; every value shown is computed.</source>
        <translation>사진에서 확률 열 개까지, {kernel} 필터 {filters}개로 시작합니다. 학습하지 않은 네트워크이므로 분류 결과에는 의미가 없지만, 보이는 값은 모두 실제로 계산한 것입니다.</translation>
    </message>
    <message>
        <source>GoogLeNet&apos;s first layers with weights of our own: {filters} filter(s) of {kernel} move two cells at a time (stride 2), so height and width are halved; each pooling of stride 2 halves them again.</source>
        <translation>GoogLeNet의 첫 층들에 ConvViz가 만든 가중치를 넣었습니다. 스트라이드 2로 움직이는 {kernel} 필터 {filters}개가 높이와 너비를 절반으로 줄이고, 스트라이드 2인 풀링을 지날 때마다 다시 절반이 됩니다.</translation>
    </message>
    <message>
        <source>sum of exponentials</source>
        <translation>지숫값의 합</translation>
    </message>
    <message>
        <source>exponential of [cout]channel {filter}[/]</source>
        <translation>[cout]채널 {filter}[/]의 지숫값</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>Volume {first} of {n}</source>
        <translation>볼륨 {n}개 중 {first}번</translation>
    </message>
    <message>
        <source>Volume {number} of {n}: channels {first}–{last}</source>
        <translation>볼륨 {n}개 중 {number}번: 채널 {first}–{last}</translation>
    </message>
    <message>
        <source>Multiply them</source>
        <translation>모두 곱하기</translation>
    </message>
    <message>
        <source>multiply</source>
        <translation>곱하기</translation>
    </message>
    <message>
        <source>{number}</source>
        <translation>{number}</translation>
    </message>
    <message>
        <source>Volumes of one shape meet cell by cell: what is at the same place of each is added, and the output is of the same shape, {output}. No weights.</source>
        <translation>크기가 같은 볼륨들을 칸끼리 더합니다. 같은 자리에 있는 값을 더하므로 출력도 크기가 같은 {output}입니다. 가중치는 없습니다.</translation>
    </message>
    <message>
        <source>The volumes are put one behind the other: their channels add up to [cout]{filters}[/]. Nothing is added or averaged, and no value changes.</source>
        <translation>볼륨들을 차례로 뒤에 이어 붙여 채널이 모두 [cout]{filters}개[/]가 됩니다. 값은 더하거나 평균하지 않으며 하나도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>GoogLeNet&apos;s first Inception module: four branches read the same input, and their channels are put one behind the other, [cout]{filters}[/] in all. No value changes.</source>
        <translation>GoogLeNet의 첫 Inception 모듈입니다. 네 갈래가 같은 입력을 읽고, 그 채널들을 차례로 이어 붙여 모두 [cout]{filters}개[/]가 됩니다. 값은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] is taken out of each of the {n} volume(s).</source>
        <translation>볼륨 {n}개에서 각각 [cin]채널 {channel}[/]의 ([h]{row}[/], [w]{column}[/]) 칸을 꺼냅니다.</translation>
    </message>
    <message>
        <source>The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] of {name} is taken by itself.</source>
        <translation>{name}의 [cin]채널 {channel}[/]에서 ([h]{row}[/], [w]{column}[/]) 칸 하나만 꺼냅니다.</translation>
    </message>
    <message>
        <source>{value} does not change: [cin]channel {channel}[/] of {name} is [cout]channel {filter}[/] of the output.</source>
        <translation>{value}은(는) 바뀌지 않습니다. {name}의 [cin]채널 {channel}[/]이(가) 출력의 [cout]채널 {filter}[/]이(가) 됩니다.</translation>
    </message>
    <message>
        <source>The value does not change: [cin]channel {channel}[/] of {name} is [cout]channel {filter}[/] of the output.</source>
        <translation>값은 바뀌지 않습니다. {name}의 [cin]채널 {channel}[/]이(가) 출력의 [cout]채널 {filter}[/]이(가) 됩니다.</translation>
    </message>
    <message>
        <source>The values are added: {terms} ≈ {value}.</source>
        <translation>값을 더합니다: {terms} ≈ {value}.</translation>
    </message>
    <message>
        <source>The {n} value(s) (is|are) added up: {value}.</source>
        <translation>값 {n}개를 모두 더합니다: {value}.</translation>
    </message>
    <message>
        <source>The values are added up.</source>
        <translation>값을 모두 더합니다.</translation>
    </message>
    <message>
        <source>The values are multiplied: {terms} ≈ {value}.</source>
        <translation>값을 곱합니다: {terms} ≈ {value}.</translation>
    </message>
    <message>
        <source>The {n} value(s) (is|are) multiplied: {value}.</source>
        <translation>값 {n}개를 모두 곱합니다: {value}.</translation>
    </message>
    <message>
        <source>The values are multiplied.</source>
        <translation>값을 모두 곱합니다.</translation>
    </message>
    <message>
        <source>Volume {number}, {name}: its {channels} channel(s) become(s|) [cout]channels {first} to {last}[/] of the output, each value as it is.</source>
        <translation>볼륨 {number}번 {name}: 채널 {channels}개가 값 그대로 출력의 [cout]채널 {first}~{last}[/]이(가) 됩니다.</translation>
    </message>
    <message>
        <source>[cin]channel {channel}[/] of {name}</source>
        <translation>{name}의 [cin]채널 {channel}[/]</translation>
    </message>
    <message>
        <source>the same cell of {n} volume(s)</source>
        <translation>볼륨 {n}개의 같은 칸</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>volume {channel}</source>
        <translation>볼륨 {channel}</translation>
    </message>
    <message>
        <source>volume {channel} of {n}: {result}, sum so far {sum}</source>
        <translation>볼륨 {n}개 중 {channel}번: {result}, 지금까지의 합 {sum}</translation>
    </message>
    <message>
        <source>What the bottleneck branch made is added to the input of the block, cell by cell: the branch learns only what to change.</source>
        <translation>병목(bottleneck) 갈래가 만든 결과를 블록의 입력에 칸끼리 더합니다. 그래서 이 갈래는 무엇을 바꿀지만 학습합니다.</translation>
    </message>
    <message>
        <source>A run of channels is taken over unchanged: {input} becomes {output}, without a single operation.</source>
        <translation>이어진 채널 몇 개를 그대로 가져옵니다. {input}에서 {output}이(가) 되며, 연산은 하나도 없습니다.</translation>
    </message>
    <message>
        <source>{value} does not change: its channel becomes [cout]channel {filter}[/] of the output.</source>
        <translation>{value}은(는) 바뀌지 않습니다. 이 채널이 출력의 [cout]채널 {filter}[/]이(가) 됩니다.</translation>
    </message>
    <message>
        <source>The value does not change: its channel becomes [cout]channel {filter}[/] of the output.</source>
        <translation>값은 바뀌지 않습니다. 이 채널이 출력의 [cout]채널 {filter}[/]이(가) 됩니다.</translation>
    </message>
    <message>
        <source>Hard-swish takes every cell by itself: below −3 it becomes 0, above 3 it stays, and in between it is multiplied by (x + 3) ÷ 6.</source>
        <translation>하드 스위시는 칸마다 따로 계산합니다. −3보다 작으면 0이 되고, 3보다 크면 그대로이며, 그 사이에서는 (x + 3) ÷ 6을 곱합니다.</translation>
    </message>
    <message>
        <source>Hard-swish takes every cell by itself: below −3 it becomes 0, above 3 it stays, and in between it is multiplied by (x + 3) ÷ 6. Here {share} of the cells became 0.</source>
        <translation>하드 스위시는 칸마다 따로 계산합니다. −3보다 작으면 0이 되고, 3보다 크면 그대로이며, 그 사이에서는 (x + 3) ÷ 6을 곱합니다. 여기서는 칸의 {share}이(가) 0이 되었습니다.</translation>
    </message>
    <message>
        <source>[muted]y = x · min(max(0, x + 3), 6) ÷ 6[/]</source>
        <translation>[muted]y = x · min(max(0, x + 3), 6) ÷ 6[/]</translation>
    </message>
    <message>
        <source>swish</source>
        <translation>스위시</translation>
    </message>
    <message>
        <source>Hard-swish</source>
        <translation>하드 스위시</translation>
    </message>
    <message>
        <source>hard-swish</source>
        <translation>하드 스위시</translation>
    </message>
    <message>
        <source>Hard-swish: {before} is 3 or more, so it stays.</source>
        <translation>하드 스위시: {before}은(는) 3 이상이므로 그대로입니다.</translation>
    </message>
    <message>
        <source>Hard-swish: {before} is −3 or less, so it becomes 0.</source>
        <translation>하드 스위시: {before}은(는) −3 이하이므로 0이 됩니다.</translation>
    </message>
    <message>
        <source>Hard-swish: x · (x + 3) ÷ 6 of x = {before} is {after}.</source>
        <translation>하드 스위시: x = {before}일 때 x · (x + 3) ÷ 6은 {after}입니다.</translation>
    </message>
    <message>
        <source>Hard-swish lets large values pass, turns very negative ones into 0, and blends in between.</source>
        <translation>하드 스위시는 큰 값은 그대로 통과시키고 아주 작은 음수는 0으로 만들며, 그 사이는 부드럽게 잇습니다.</translation>
    </message>
    <message>
        <source>Volumes of one shape meet cell by cell: what is at the same place of each is multiplied, and the output is of the same shape, {output}. No weights.</source>
        <translation>모양이 같은 볼륨이 칸마다 만납니다. 같은 자리의 값을 서로 곱하며, 출력의 모양도 같습니다: {output}. 가중치는 없습니다.</translation>
    </message>
    <message>
        <source>Each channel is multiplied by one number of its own, the same at every position: a gate that lets a channel pass or holds it back. No weights are needed.</source>
        <translation>채널마다 수 하나를 모든 위치에 똑같이 곱합니다. 채널을 통과시키거나 막는 문입니다. 가중치는 없습니다.</translation>
    </message>
    <message>
        <source>product of {n}</source>
        <translation>{n}개의 곱</translation>
    </message>
    <message>
        <source>product</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>ReLU6 takes every cell by itself: below zero it becomes 0, above six it becomes 6, in between it stays.</source>
        <translation>ReLU6은 칸마다 따로 계산합니다. 0보다 작으면 0, 6보다 크면 6이 되고, 그 사이는 그대로입니다.</translation>
    </message>
    <message>
        <source>ReLU6 takes every cell by itself: below zero it becomes 0, above six it becomes 6, in between it stays. Here {share} of the cells were cut.</source>
        <translation>ReLU6은 칸마다 따로 계산합니다. 0보다 작으면 0, 6보다 크면 6이 되고, 그 사이는 그대로입니다. 여기서는 칸의 {share}이(가) 잘렸습니다.</translation>
    </message>
    <message>
        <source>The output is complete: {output}, and {share} of its cells were cut to 0 or 6.</source>
        <translation>출력이 완성되었습니다: {output}. 칸의 {share}이(가) 0이나 6으로 잘렸습니다.</translation>
    </message>
    <message>
        <source>[muted]y = min(max(0, x), 6)[/]</source>
        <translation>[muted]y = min(max(0, x), 6)[/]</translation>
    </message>
    <message>
        <source>ReLU6</source>
        <translation>ReLU6</translation>
    </message>
    <message>
        <source>ReLU6: {before} lies between 0 and 6, so it stays.</source>
        <translation>ReLU6: {before}은(는) 0과 6 사이이므로 그대로입니다.</translation>
    </message>
    <message>
        <source>ReLU6: {before} is negative, so it becomes 0.</source>
        <translation>ReLU6: {before}은(는) 음수이므로 0이 됩니다.</translation>
    </message>
    <message>
        <source>ReLU6: {before} is greater than 6, so it becomes 6.</source>
        <translation>ReLU6: {before}은(는) 6보다 크므로 6이 됩니다.</translation>
    </message>
    <message>
        <source>ReLU6 cuts values off at 0 and at 6, and leaves those in between unchanged.</source>
        <translation>ReLU6은 값을 0과 6에서 자르고 그 사이의 값은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>cut to 0 or 6</source>
        <translation>0이나 6으로 잘림</translation>
    </message>
    <message>
        <source>Crossed cells were below zero and became 0, or above six and became 6.</source>
        <translation>줄이 그어진 칸은 0보다 작아서 0이 되었거나 6보다 커서 6이 되었습니다.</translation>
    </message>
    <message>
        <source>Sigmoid takes every cell by itself and brings it between 0 and 1: 0 becomes one half, large values come close to 1, very negative ones close to 0.</source>
        <translation>시그모이드는 칸마다 따로 계산하여 값을 0과 1 사이로 모읍니다. 0은 0.5가 되고, 큰 값은 1에, 아주 작은 음수는 0에 가까워집니다.</translation>
    </message>
    <message>
        <source>[muted]y = 1 ÷ (1 + e^−x)[/]</source>
        <translation>[muted]y = 1 ÷ (1 + e^−x)[/]</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Sigmoid: 1 ÷ (1 + e^−x) of x = {before} is {after}, a value between 0 and 1.</source>
        <translation>시그모이드: x = {before}일 때 1 ÷ (1 + e^−x)는 {after}, 0과 1 사이의 값입니다.</translation>
    </message>
    <message>
        <source>Sigmoid brings every value between 0 and 1: the larger the value, the closer to 1.</source>
        <translation>시그모이드는 모든 값을 0과 1 사이로 모읍니다. 값이 클수록 1에 가깝습니다.</translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message>
        <source>{document} · ConvViz</source>
        <translation>{document} · ConvViz</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>재생(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>창(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>문서(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>패널(&amp;P)</translation>
    </message>
    <message>
        <source>Bottleneck: 1×1×192, then 5×5×16</source>
        <translation>병목(bottleneck): 1×1×192 다음 5×5×16</translation>
    </message>
    <message>
        <source>Direct: 5×5×192</source>
        <translation>병목 없이: 5×5×192</translation>
    </message>
    <message>
        <source>Colour mixing: one 1×1×3 filter makes grey</source>
        <translation>색 섞기: 1×1×3 필터 하나로 흑백</translation>
    </message>
    <message>
        <source>Colour mixing: three 1×1×3 filters make sepia</source>
        <translation>색 섞기: 1×1×3 필터 세 개로 세피아</translation>
    </message>
    <message>
        <source>Small classifier: pooling, linear, softmax</source>
        <translation>작은 분류기: 풀링, 선형 층, 소프트맥스</translation>
    </message>
    <message>
        <source>GoogLeNet&apos;s stem: photo to 28×28×192</source>
        <translation>GoogLeNet의 앞부분(stem): 사진에서 28×28×192로</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Copy arithmetic</source>
        <translation>계산식 복사</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Next output position</source>
        <translation>다음 출력 위치</translation>
    </message>
    <message>
        <source>Next filter</source>
        <translation>다음 필터</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>보기 초기화</translation>
    </message>
    <message>
        <source>From the front</source>
        <translation>앞에서</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>위에서</translation>
    </message>
    <message>
        <source>From the side</source>
        <translation>옆에서</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Cut the input open</source>
        <translation>입력을 잘라 속 보기</translation>
    </message>
    <message>
        <source>Pull channels apart</source>
        <translation>채널 벌리기</translation>
    </message>
    <message>
        <source>Cut deeper</source>
        <translation>더 깊게 자르기</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Blank the screen</source>
        <translation>화면 가리기</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>다음 테마</translation>
    </message>
    <message>
        <source>English or Korean</source>
        <translation>한국어/영어 전환</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About ConvViz</source>
        <translation>ConvViz 정보</translation>
    </message>
    <message>
        <source>Cut at row</source>
        <translation>자를 행</translation>
    </message>
    <message>
        <source>Cut at column</source>
        <translation>자를 열</translation>
    </message>
    <message>
        <source>Cut at channel</source>
        <translation>자를 채널</translation>
    </message>
    <message>
        <source>Channels apart</source>
        <translation>채널 벌리기</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Projector (black on white)</source>
        <translation>프로젝터(흰 바탕에 검은 글씨)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층(레이어)</translation>
    </message>
    <message>
        <source>This cell</source>
        <translation>이 칸</translation>
    </message>
    <message>
        <source>input · row {row}, column {column}, channel {channel} · {value}</source>
        <translation>입력 · 행 {row}, 열 {column}, 채널 {channel} · {value}</translation>
    </message>
    <message>
        <source>filter {filter} · row {row}, column {column}, channel {channel} · weight {value}</source>
        <translation>필터 {filter} · 행 {row}, 열 {column}, 채널 {channel} · 가중치 {value}</translation>
    </message>
    <message>
        <source>output · row {row}, column {column}, channel {channel} · {value}</source>
        <translation>출력 · 행 {row}, 열 {column}, 채널 {channel} · {value}</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>input row {row}, column {column} is read by no output: the stride steps over it</source>
        <translation>입력의 행 {row}, 열 {column} 칸은 스트라이드가 건너뛰므로 어떤 출력의 계산에도 쓰이지 않습니다</translation>
    </message>
    <message>
        <source>computing values…</source>
        <translation>값을 계산하는 중…</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>복사했습니다</translation>
    </message>
    <message>
        <source>saved {path}</source>
        <translation>{path}에 저장했습니다</translation>
    </message>
    <message>
        <source>not saved: {path} cannot be written; choose another folder</source>
        <translation>저장하지 못했습니다. {path}에 쓸 수 없으니 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>[error]{sentence}[/]</source>
        <translation>[error]{sentence}[/]</translation>
    </message>
    <message>
        <source>picture · row {row}, column {column} · red {red}, green {green}, blue {blue}</source>
        <translation>사진 · 행 {row}, 열 {column} · 빨강 {red}, 초록 {green}, 파랑 {blue}</translation>
    </message>
    <message>
        <source>GoogLeNet&apos;s stem, our weights (not trained)</source>
        <translation>GoogLeNet의 앞부분(stem), ConvViz가 만든 가중치(학습하지 않음)</translation>
    </message>
    <message>
        <source>No OpenGL 3.3 here, so the stage is a still picture. Counts, arithmetic and plot work.</source>
        <translation>OpenGL 3.3을 쓸 수 없어 3D 화면은 정지 그림입니다. 계산량, 계산식, 그래프는 그대로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Restart with software OpenGL</source>
        <translation>소프트웨어 OpenGL로 다시 시작</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Five filters, five channels: 5×5×3</source>
        <translation>필터 다섯 개, 채널 다섯 개: 5×5×3</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>Previous output position</source>
        <translation>이전 출력 위치</translation>
    </message>
    <message>
        <source>Previous filter</source>
        <translation>이전 필터</translation>
    </message>
    <message>
        <source>Orthographic view</source>
        <translation>직교 투영으로 보기</translation>
    </message>
    <message>
        <source>Cut less deeply</source>
        <translation>더 얕게 자르기</translation>
    </message>
    <message>
        <source>Put the panels back</source>
        <translation>패널 위치 초기화</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>시스템 설정대로</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>움직임 줄이기</translation>
    </message>
    <message>
        <source>row [h]{n}[/]</source>
        <translation>행 [h]{n}[/]</translation>
    </message>
    <message>
        <source>rows [h]{n}[/]</source>
        <translation>행 [h]{n}[/]</translation>
    </message>
    <message>
        <source>column [w]{n}[/]</source>
        <translation>열 [w]{n}[/]</translation>
    </message>
    <message>
        <source>columns [w]{n}[/]</source>
        <translation>열 [w]{n}[/]</translation>
    </message>
    <message>
        <source>counts only, too large for values: make the layer or its input smaller to see them</source>
        <translation>계산량만 표시합니다. 값을 보려면 층이나 입력을 줄이세요</translation>
    </message>
    <message>
        <source>no values: {reason}</source>
        <translation>값이 없습니다. {reason}</translation>
    </message>
    <message>
        <source>Full screen from the start</source>
        <translation>전체 화면으로 처음부터 재생</translation>
    </message>
    <message>
        <source>Laser pointer</source>
        <translation>레이저 포인터</translation>
    </message>
    <message>
        <source>Move to the next screen</source>
        <translation>다음 화면으로 옮기기</translation>
    </message>
    <message>
        <source>Only one screen is connected.</source>
        <translation>연결된 화면이 하나뿐입니다.</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>시작 화면</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>명령 찾기…</translation>
    </message>
    <message>
        <source>Move panels</source>
        <translation>패널 옮기기</translation>
    </message>
    <message>
        <source>The stage</source>
        <translation>3D 화면</translation>
    </message>
    <message>
        <source>nothing has been edited yet</source>
        <translation>아직 고친 것이 없습니다</translation>
    </message>
    <message>
        <source>nothing has been undone</source>
        <translation>되돌린 것이 없습니다</translation>
    </message>
    <message>
        <source>the values are still being computed</source>
        <translation>값을 아직 계산하는 중입니다</translation>
    </message>
    <message>
        <source>this layer is too large to compute values for</source>
        <translation>이 층은 너무 커서 값을 계산하지 않습니다</translation>
    </message>
    <message>
        <source>the input is not cut open</source>
        <translation>입력이 잘려 있지 않습니다</translation>
    </message>
    <message>
        <source>the cut has reached the last row</source>
        <translation>마지막 행까지 잘랐습니다</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Find a command, a document or a layer</source>
        <translation>명령, 문서, 층 찾기</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>찾은 명령</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters, in English or Korean.</source>
        <translation>그런 이름은 없습니다. 한국어나 영어로 글자를 줄여 다시 찾아보세요.</translation>
    </message>
    <message>
        <source>Layer {name}</source>
        <translation>층 {name}</translation>
    </message>
    <message>
        <source>{place} · {reason}</source>
        <translation>{place} · {reason}</translation>
    </message>
    <message>
        <source>{name}, {place}, {press}</source>
        <translation>{name}, {place}, {press}</translation>
    </message>
    <message>
        <source>A clicker&apos;s Page Up and Page Down work everywhere, whatever has the focus.</source>
        <translation>발표용 리모컨의 Page Up과 Page Down은 포커스 위치와 관계없이 작동합니다.</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>마우스</translation>
    </message>
    <message>
        <source>Turn the stage</source>
        <translation>3D 화면 돌리기</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Move the stage</source>
        <translation>3D 화면 옮기기</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>마우스 오른쪽 버튼으로 끌기</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Play the sum of an output cell</source>
        <translation>출력 칸의 합산 과정 재생</translation>
    </message>
    <message>
        <source>Show which outputs read an input cell</source>
        <translation>입력 칸이 쓰이는 출력 보기</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>클릭</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>화면 표시</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size}%</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>움직임 줄이기</translation>
    </message>
    <message>
        <source>Open on the start page</source>
        <translation>시작 화면으로 열기</translation>
    </message>
    <message>
        <source>Software OpenGL</source>
        <translation>소프트웨어 OpenGL</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>변경 취소</translation>
    </message>
    <message>
        <source>Back to how it was when this was opened</source>
        <translation>이 창을 열었을 때의 상태로 되돌립니다</translation>
    </message>
    <message>
        <source>Every change counts at once and is remembered.</source>
        <translation>바꾸면 바로 적용되고, 다음에도 그대로입니다.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>버전 {version}</translation>
    </message>
    <message>
        <source>See what a convolution does and what it costs.</source>
        <translation>합성곱이 하는 일과 그 비용을 눈으로 봅니다.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>함께 쓴 것</translation>
    </message>
    <message>
        <source>Licence text of {name}</source>
        <translation>{name}의 라이선스 전문</translation>
    </message>
    <message>
        <source>Pretendard, the typeface</source>
        <translation>글꼴 Pretendard</translation>
    </message>
    <message>
        <source>Lucide, the icons</source>
        <translation>아이콘 Lucide</translation>
    </message>
    <message>
        <source>The photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>What does a convolution do, and what does it cost?</source>
        <translation>합성곱은 무엇을 하고, 비용은 얼마나 들까요?</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Continue: {document}</source>
        <translation>이어서 보기: {document}</translation>
    </message>
    <message>
        <source>Go to the stage</source>
        <translation>3D 화면으로</translation>
    </message>
    <message>
        <source>Show this page at the start</source>
        <translation>시작할 때 이 화면 보기</translation>
    </message>
    <message>
        <source>Space or Enter plays the sum · arrow keys choose · Esc goes to the stage</source>
        <translation>Space/Enter: 합산 과정 재생 · 화살표: 선택 · Esc: 3D 화면으로</translation>
    </message>
    <message>
        <source>{document}. {about}</source>
        <translation>{document}. {about}</translation>
    </message>
    <message>
        <source>Each filter makes one output channel</source>
        <translation>필터 하나가 출력 채널 하나를 만듭니다</translation>
    </message>
    <message>
        <source>Three sums, three new channels</source>
        <translation>합이 셋이면 새 채널도 셋</translation>
    </message>
    <message>
        <source>An unexpected error</source>
        <translation>예상하지 못한 오류</translation>
    </message>
    <message>
        <source>This is a mistake in ConvViz, not yours. Your network is kept, and you can go on.</source>
        <translation>사용자가 아니라 ConvViz의 잘못입니다. 열려 있던 네트워크는 그대로이며, 계속할 수 있습니다.</translation>
    </message>
    <message>
        <source>This is a mistake in ConvViz, not yours. It cannot start.</source>
        <translation>사용자가 아니라 ConvViz의 잘못입니다. 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>These details help whoever mends it:</source>
        <translation>아래 내용이 있으면 고치는 데 도움이 됩니다.</translation>
    </message>
    <message>
        <source>They are also kept in {path}</source>
        <translation>같은 내용이 다음 파일에도 있습니다: {path}</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>내용 복사</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Unpack ConvViz first</source>
        <translation>ConvViz의 압축을 먼저 풀어 주세요</translation>
    </message>
    <message>
        <source>ConvViz was started from inside its zip file. Close this, right-click the zip file, choose “Extract All…”, and start ConvViz from the folder that this makes.</source>
        <translation>압축 파일 안에서 ConvViz를 바로 실행했습니다. 이 창을 닫고 압축 파일을 오른쪽 버튼으로 클릭해 ‘압축 풀기’를 고른 다음, 새로 생긴 폴더에서 ConvViz를 시작해 주세요.</translation>
    </message>
    <message>
        <source>Next channel or cell</source>
        <translation>다음 채널 또는 칸</translation>
    </message>
    <message>
        <source>Previous channel or cell</source>
        <translation>이전 채널 또는 칸</translation>
    </message>
    <message>
        <source>this network has no layer yet: add one in the Layers panel</source>
        <translation>이 네트워크에는 아직 층이 없습니다. 층(레이어) 패널에서 추가하세요</translation>
    </message>
    <message>
        <source>Sea (blue to yellow)</source>
        <translation>바다 (파랑에서 노랑으로)</translation>
    </message>
    <message>
        <source>Ember (violet to yellow)</source>
        <translation>불씨 (보라에서 노랑으로)</translation>
    </message>
    <message>
        <source>Grey (lightness alone)</source>
        <translation>회색 (밝기로만)</translation>
    </message>
    <message>
        <source>Out of the window, or back</source>
        <translation>창 밖으로 떼거나 되돌리기</translation>
    </message>
    <message>
        <source>Close (Window, Panels shows it again)</source>
        <translation>닫기 (창 메뉴의 패널에서 다시 표시)</translation>
    </message>
    <message>
        <source>Colours of values</source>
        <translation>값의 색</translation>
    </message>
    <message>
        <source>For inputs and outputs; weights keep blue and orange for their signs.</source>
        <translation>입력과 출력에 쓰는 색입니다. 가중치는 부호를 나타내는 파랑과 주황을 그대로 씁니다.</translation>
    </message>
    <message>
        <source>The graphics driver no longer draws, so the stage is a still picture. Counts, arithmetic and plot work.</source>
        <translation>그래픽 드라이버가 더 이상 그리지 못해 3D 화면은 정지 그림입니다. 계산량, 계산식, 그래프는 그대로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>your view · 0 resets</source>
        <translation>내 시점 · 0 키로 되돌리기</translation>
    </message>
    <message>
        <source>front view · 0 resets</source>
        <translation>앞에서 본 모습 · 0 키로 되돌리기</translation>
    </message>
    <message>
        <source>top view · 0 resets</source>
        <translation>위에서 본 모습 · 0 키로 되돌리기</translation>
    </message>
    <message>
        <source>side view · 0 resets</source>
        <translation>옆에서 본 모습 · 0 키로 되돌리기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>계산식</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>새 네트워크</translation>
    </message>
    <message>
        <source>Pin this network to compare with it</source>
        <translation>이 네트워크를 비교 기준으로 고정</translation>
    </message>
    <message>
        <source>Unpin the network compared with</source>
        <translation>비교 기준 고정 해제</translation>
    </message>
    <message>
        <source>no network is pinned</source>
        <translation>고정한 네트워크가 없습니다</translation>
    </message>
    <message>
        <source>Cells in front of the active cell transparent</source>
        <translation>선택한 칸을 가리는 부분 투명하게</translation>
    </message>
    <message>
        <source>input row {row}, column {column} is read by output {rows}, {columns}, in every feature map</source>
        <translation>입력의 행 {row}, 열 {column} 칸은 특징맵마다 출력 {rows}, {columns}의 계산에 쓰입니다</translation>
    </message>
    <message>
        <source>The animation goes on in this view. Click, or press 0, to return to its own view.</source>
        <translation>이 시점에서도 설명이 계속됩니다. 클릭하거나 0 키를 누르면 원래 시점으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대·축소</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Changes at once, without moves of the camera or of cells.</source>
        <translation>카메라나 칸이 움직이지 않고 장면이 바로 바뀝니다.</translation>
    </message>
    <message>
        <source>Speed of the steps</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>For graphics drivers with faults; slower. Takes effect at the next start.</source>
        <translation>그래픽 드라이버에 문제가 있을 때 쓰며, 더 느립니다. 다음에 시작할 때 적용됩니다.</translation>
    </message>
    <message>
        <source>A few 1×1×192 filters first: the next layer then needs far fewer MACs</source>
        <translation>1×1×192 필터 몇 개를 먼저 두면 다음 층의 MAC이 크게 줄어듭니다</translation>
    </message>
    <message>
        <source>The 5×5×192 layer alone, for comparison</source>
        <translation>비교를 위해, 5×5×192 층 하나만</translation>
    </message>
    <message>
        <source>Grey is a weighted sum of red, green and blue</source>
        <translation>회색은 빨강, 초록, 파랑의 가중합입니다</translation>
    </message>
    <message>
        <source>Pooling, a linear layer and softmax</source>
        <translation>풀링, 선형 층, 소프트맥스</translation>
    </message>
    <message>
        <source>Pooling of stride 2 halves height and width, twice</source>
        <translation>스트라이드 2인 풀링이 높이와 너비를 두 번 절반으로 줄입니다</translation>
    </message>
    <message>
        <source>Inception 3a: four branches, one volume</source>
        <translation>Inception 3a: 네 갈래가 볼륨 하나로</translation>
    </message>
    <message>
        <source>Residual block: input + bottleneck</source>
        <translation>잔차 블록: 입력 + 병목(bottleneck)</translation>
    </message>
    <message>
        <source>{name} · row {row}, column {column}, channel {channel} · {value}</source>
        <translation>{name} · 행 {row}, 열 {column}, 채널 {channel} · {value}</translation>
    </message>
    <message>
        <source>Four branches read one input; their channels lie behind one another</source>
        <translation>네 갈래가 같은 입력을 읽고, 그 채널들을 차례로 이어 붙입니다</translation>
    </message>
    <message>
        <source>What a bottleneck branch makes is added to what went in</source>
        <translation>병목(bottleneck) 갈래의 결과를 그 입력에 더합니다</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>[muted]{source}[/] {shape}</source>
        <translation>[muted]{source}[/] {shape}</translation>
    </message>
    <message>
        <source>[cout]{n}[/] [muted]filter(s) of[/] {shape}</source>
        <translation>[muted]필터[/] [cout]{n}[/]개 {shape}</translation>
    </message>
    <message>
        <source>[cout]{n}[/] × [muted]weights of one output[/] {shape}</source>
        <translation>[muted]출력 하나의 가중치[/] {shape} × [cout]{n}[/]</translation>
    </message>
    <message>
        <source>[cout]{n}[/] [muted]filter of[/] {shape}</source>
        <translation>[muted]필터[/] [cout]{n}[/]개 {shape}</translation>
    </message>
    <message>
        <source>[muted]output[/] {shape}</source>
        <translation>[muted]출력[/] {shape}</translation>
    </message>
    <message>
        <source>{shape}</source>
        <translation>{shape}</translation>
    </message>
    <message>
        <source>[muted]×{factor} across[/]</source>
        <translation>[muted]가로세로 ×{factor}[/]</translation>
    </message>
    <message>
        <source>[muted]{factor}× thicker[/]</source>
        <translation>[muted]{factor}배 두껍게[/]</translation>
    </message>
    <message>
        <source>[muted]{factor}× thinner[/]</source>
        <translation>[muted]{factor}배 얇게[/]</translation>
    </message>
    <message>
        <source>[muted]depth ×{unit}[/]</source>
        <translation>[muted]깊이 ×{unit}[/]</translation>
    </message>
    <message>
        <source>[muted]cells as cubes[/]</source>
        <translation>[muted]정육면체 칸[/]</translation>
    </message>
    <message>
        <source>[h]H {h}[/]</source>
        <translation>[h]H {h}[/]</translation>
    </message>
    <message>
        <source>[w]W {w}[/]</source>
        <translation>[w]W {w}[/]</translation>
    </message>
    <message>
        <source>[cin]Cin {c}[/]</source>
        <translation>[cin]Cin {c}[/]</translation>
    </message>
    <message>
        <source>[cout]Cout {c}[/]</source>
        <translation>[cout]Cout {c}[/]</translation>
    </message>
    <message>
        <source>[cin]{first}[/]</source>
        <translation>[cin]{first}[/]</translation>
    </message>
    <message>
        <source>[cin]{first}–{last}[/]</source>
        <translation>[cin]{first}–{last}[/]</translation>
    </message>
    <message>
        <source>[cout]{first}[/]</source>
        <translation>[cout]{first}[/]</translation>
    </message>
    <message>
        <source>[cout]{first}–{last}[/]</source>
        <translation>[cout]{first}–{last}[/]</translation>
    </message>
    <message>
        <source>[cout]feature map {c}[/]</source>
        <translation>[cout]특징맵 {c}[/]</translation>
    </message>
    <message>
        <source>[cin]channel {c}[/]</source>
        <translation>[cin]채널 {c}[/]</translation>
    </message>
    <message>
        <source>+{n} [muted]filter(s)[/]</source>
        <translation>[muted]필터[/] +{n}</translation>
    </message>
    <message>
        <source>[muted]input[/] {shape}</source>
        <translation>[muted]입력[/] {shape}</translation>
    </message>
    <message>
        <source>[muted]filter {filter}[/] {shape}</source>
        <translation>[muted]필터 {filter}[/] {shape}</translation>
    </message>
    <message>
        <source>[muted]weights {filter}[/] {shape}</source>
        <translation>[muted]출력 {filter}의 가중치[/] {shape}</translation>
    </message>
    <message>
        <source>[muted]results of[/] {n} [muted]channel(s)[/]</source>
        <translation>{n}[muted]개 채널의[/] [muted]결과[/]</translation>
    </message>
    <message>
        <source>[muted]result of[/] {n} [muted]channel[/]</source>
        <translation>{n}[muted]개 채널의[/] [muted]결과[/]</translation>
    </message>
    <message>
        <source>{n} [muted]result(s)[/]</source>
        <translation>{n}[muted]개의 결과[/]</translation>
    </message>
    <message>
        <source>{n} [muted]result[/]</source>
        <translation>{n}[muted]개의 결과[/]</translation>
    </message>
    <message>
        <source>[muted]channel {channel}:[/] {x} × {w}</source>
        <translation>[muted]채널 {channel}:[/] {x} × {w}</translation>
    </message>
    <message>
        <source>[muted]channel {channel}:[/] {k} product(s)</source>
        <translation>[muted]채널 {channel}:[/] 곱 {k}개</translation>
    </message>
    <message>
        <source>[muted]{index} of {n}:[/] {x} × {w} ≈ {product}</source>
        <translation>[muted]{n}개 중 {index}번째:[/] {x} × {w} ≈ {product}</translation>
    </message>
    <message>
        <source>[muted]input, channel {channel}[/]</source>
        <translation>[muted]입력의 채널 {channel}[/]</translation>
    </message>
    <message>
        <source>[muted]filter {filter}, channel {channel}[/]</source>
        <translation>[muted]필터 {filter}의 채널 {channel}[/]</translation>
    </message>
    <message>
        <source>[muted]products[/]</source>
        <translation>[muted]곱[/]</translation>
    </message>
    <message>
        <source>[muted]×[/]</source>
        <translation>[muted]×[/]</translation>
    </message>
    <message>
        <source>[muted]=[/]</source>
        <translation>[muted]=[/]</translation>
    </message>
    <message>
        <source>[muted]{added} added, sum of {n}:[/] {sum}</source>
        <translation>[muted]{added} 더함, {n}개의 합:[/] {sum}</translation>
    </message>
    <message>
        <source>[muted]no values: too large to compute[/]</source>
        <translation>[muted]값 없음: 계산하기에 너무 큽니다[/]</translation>
    </message>
    <message>
        <source>[muted]channels drawn {factor}× thicker than in the network[/]</source>
        <translation>[muted]채널을 네트워크에서보다 {factor}배 두껍게 그림[/]</translation>
    </message>
    <message>
        <source>[muted]channels drawn {factor}× thinner than in the network[/]</source>
        <translation>[muted]채널을 네트워크에서보다 {factor}배 얇게 그림[/]</translation>
    </message>
    <message>
        <source>[muted]folded: each channel {unit} cell(s) thick[/]</source>
        <translation>[muted]접음: 채널 두께를 칸 너비의 {unit}배로 그림[/]</translation>
    </message>
    <message>
        <source>[muted]window[/] [k]{rows}×{columns}[/] [muted]of channel {channel} alone[/]</source>
        <translation>[muted]채널 {channel} 하나의[/] [k]{rows}×{columns}[/] [muted]창[/]</translation>
    </message>
    <message>
        <source>[cin]{n} channel(s)[/] [muted]at[/] ([h]{row}[/], [w]{column}[/])</source>
        <translation>[muted]위치[/] ([h]{row}[/], [w]{column}[/])의 [cin]채널 {n}개[/]</translation>
    </message>
    <message>
        <source>[cin]{n} neighbouring channel(s)[/] [muted]at[/] ([h]{row}[/], [w]{column}[/])</source>
        <translation>[muted]위치[/] ([h]{row}[/], [w]{column}[/])의 [cin]이웃 채널 {n}개[/]</translation>
    </message>
    <message>
        <source>[muted]input[/] ([h]{row}[/], [w]{column}[/]) [muted]of[/] [cin]channel {channel}[/]</source>
        <translation>[cin]채널 {channel}[/][muted]의[/] [muted]입력[/] ([h]{row}[/], [w]{column}[/])</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>[muted]padding[/]</source>
        <translation>[muted]패딩[/]</translation>
    </message>
    <message>
        <source>[muted]total[/] {sum}</source>
        <translation>[muted]전체[/] {sum}</translation>
    </message>
    <message>
        <source>e^(x − max) [muted]of[/] [cin]{n} channel(s)[/] [muted]at[/] ([h]{row}[/], [w]{column}[/])</source>
        <translation>[muted]위치[/] ([h]{row}[/], [w]{column}[/])[muted]의[/] [cin]채널 {n}개[/]: e^(x − 최대)</translation>
    </message>
    <message>
        <source>x² [muted]of[/] [cin]{n} channel(s)[/] [muted]at[/] ([h]{row}[/], [w]{column}[/])</source>
        <translation>[muted]위치[/] ([h]{row}[/], [w]{column}[/])[muted]의[/] [cin]채널 {n}개[/]: x²</translation>
    </message>
    <message>
        <source>[cout]{n}[/] × {shape}</source>
        <translation>[cout]{n}[/] × {shape}</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>photo features</source>
        <translation>사진의 특징맵</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>그라데이션</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>원-핫</translation>
    </message>
    <message>
        <source>feature maps</source>
        <translation>특징맵</translation>
    </message>
    <message>
        <source>[muted]opened out: cells drawn as cubes[/]</source>
        <translation>[muted]펼침: 칸을 정육면체로 그림[/]</translation>
    </message>
    <message>
        <source>[muted]channels {first}–{last} of[/] {n}</source>
        <translation>[muted]채널 {first}–{last} / 전체[/] {n}</translation>
    </message>
    <message>
        <source>{n} [muted]product(s)[/]</source>
        <translation>[muted]곱[/] {n}개</translation>
    </message>
    <message>
        <source>{n} [muted]product[/]</source>
        <translation>[muted]곱[/] {n}개</translation>
    </message>
    <message>
        <source>[muted]channel {channel}:[/] {x} × {w} ≈ {result}</source>
        <translation>[muted]채널 {channel}:[/] {x} × {w} ≈ {result}</translation>
    </message>
    <message>
        <source>[muted]input {channel}:[/] {x} × {w} ≈ {result}</source>
        <translation>[muted]입력 {channel}:[/] {x} × {w} ≈ {result}</translation>
    </message>
    <message>
        <source>[muted]input {channel}:[/] {x} × {w}</source>
        <translation>[muted]입력 {channel}:[/] {x} × {w}</translation>
    </message>
    <message>
        <source>[muted]channel {channel}: {k} product(s), summed ≈[/] {result}</source>
        <translation>[muted]채널 {channel}: 곱 {k}개의 합 ≈[/] {result}</translation>
    </message>
    <message>
        <source>[muted]sum of {n}:[/] {sum}</source>
        <translation>[muted]{n}개의 합:[/] {sum}</translation>
    </message>
    <message>
        <source>{sum} + [muted]bias[/] {bias} ≈ {before}</source>
        <translation>{sum} + [muted]편향[/] {bias} ≈ {before}</translation>
    </message>
    <message>
        <source>ReLU({before}) = {after}</source>
        <translation>ReLU({before}) = {after}</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>[muted]inputs {first}–{last} of[/] {n}</source>
        <translation>[muted]입력 {first}–{last} / 전체[/] {n}</translation>
    </message>
    <message>
        <source>{after}</source>
        <translation>{after}</translation>
    </message>
    <message>
        <source>[muted]pad[/]</source>
        <translation>[muted]패딩[/]</translation>
    </message>
    <message>
        <source>[muted]greatest so far[/] {best}</source>
        <translation>[muted]지금까지 최대[/] {best}</translation>
    </message>
    <message>
        <source>[muted]max[/] = {before}</source>
        <translation>[muted]최댓값[/] = {before}</translation>
    </message>
    <message>
        <source>{sum} ÷ {divisor} ≈ {before}</source>
        <translation>{sum} ÷ {divisor} ≈ {before}</translation>
    </message>
    <message>
        <source>{part} ÷ {divisor} ≈ {before}</source>
        <translation>{part} ÷ {divisor} ≈ {before}</translation>
    </message>
    <message>
        <source>{x} ÷ {divisor} ≈ {before}</source>
        <translation>{x} ÷ {divisor} ≈ {before}</translation>
    </message>
    <message>
        <source>[muted]unchanged:[/] {before}</source>
        <translation>[muted]그대로:[/] {before}</translation>
    </message>
    <message>
        <source>{n} ({own} of {all})</source>
        <translation>{n}(전체 {own}/{all})</translation>
    </message>
    <message>
        <source>{channel} of {n} ({own} of {all})</source>
        <translation>{channel}/{n}(전체 {own}/{all})</translation>
    </message>
    <message>
        <source>{last} of {n} ({own_first}–{own_last} of {all})</source>
        <translation>{last}/{n}(전체 {own_first}–{own_last}/{all})</translation>
    </message>
    <message>
        <source>{n} ({own_first}–{own_last} of {all})</source>
        <translation>{n}(전체 {own_first}–{own_last}/{all})</translation>
    </message>
    <message>
        <source>{channel} ({own})</source>
        <translation>{channel}({own})</translation>
    </message>
    <message>
        <source>[cin]{n} group(s)[/] [muted]of[/] [cin]{depth} channel(s)[/]</source>
        <translation>[cin]채널 {depth}개[/][muted]씩[/] [cin]그룹 {n}개[/]</translation>
    </message>
    <message>
        <source>[cin]{n} group(s)[/] [muted]of[/] [cin]one channel[/]</source>
        <translation>[cin]채널 하나[/][muted]씩[/] [cin]그룹 {n}개[/]</translation>
    </message>
    <message>
        <source>[cin]{n} group(s)[/]</source>
        <translation>[cin]그룹 {n}개[/]</translation>
    </message>
    <message>
        <source>[muted]before {kind}[/] {shape}</source>
        <translation>[muted]{kind} 전[/] {shape}</translation>
    </message>
    <message>
        <source>[muted]after {kind}[/] {shape}</source>
        <translation>[muted]{kind} 후[/] {shape}</translation>
    </message>
    <message>
        <source>[muted]before[/] {shape}</source>
        <translation>[muted]전[/] {shape}</translation>
    </message>
    <message>
        <source>[muted]after[/] {shape}</source>
        <translation>[muted]후[/] {shape}</translation>
    </message>
    <message>
        <source>{share} [muted]of the cells became 0[/]</source>
        <translation>[muted]0이 된 칸:[/] {share}</translation>
    </message>
    <message>
        <source>{share} [muted]became 0[/]</source>
        <translation>[muted]0이 됨:[/] {share}</translation>
    </message>
    <message>
        <source>[muted]filters drawn {factor}× as wide and high[/]</source>
        <translation>[muted]필터는 가로·세로를 {factor}배로 확대해 그림[/]</translation>
    </message>
    <message>
        <source>[muted]padding {p} (zeros)[/]</source>
        <translation>[muted]패딩 {p}칸(값 0)[/]</translation>
    </message>
    <message>
        <source>[muted]{number} · {name}[/] {shape}</source>
        <translation>[muted]{number} · {name}[/] {shape}</translation>
    </message>
    <message>
        <source>[muted]{number}[/] {shape}</source>
        <translation>[muted]{number}[/] {shape}</translation>
    </message>
    <message>
        <source>[muted]{number} · {name}[/] {shape} [muted]at every position[/]</source>
        <translation>[muted]{number} · {name}[/] {shape} [muted]모든 위치에[/]</translation>
    </message>
    <message>
        <source>{number} · [muted]{name}[/] [cin]{c}[/]</source>
        <translation>{number} · [muted]{name}[/] [cin]{c}[/]</translation>
    </message>
    <message>
        <source>{number} · [cin]{c}[/]</source>
        <translation>{number} · [cin]{c}[/]</translation>
    </message>
    <message>
        <source>{n} [muted]input(s)[/]</source>
        <translation>[muted]입력 수[/] {n}</translation>
    </message>
    <message>
        <source>{terms} = [cout]{total}[/]</source>
        <translation>{terms} = [cout]{total}[/]</translation>
    </message>
    <message>
        <source>[muted]{name}[/] ([h]{row}[/], [w]{column}[/]) [muted]of[/] [cin]channel {channel}[/]</source>
        <translation>[muted]{name},[/] [cin]채널 {channel}[/][muted]의[/] ([h]{row}[/], [w]{column}[/])</translation>
    </message>
    <message>
        <source>[muted]the same cell of {n} volume(s):[/] ([h]{row}[/], [w]{column}[/]) [muted]of[/] [cin]channel {channel}[/]</source>
        <translation>[muted]볼륨 {n}개의 같은 칸:[/] [cin]채널 {channel}[/][muted]의[/] ([h]{row}[/], [w]{column}[/])</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>{a} + …</source>
        <translation>{a} + …</translation>
    </message>
    <message>
        <source>{a} + {b} ≈ {before}</source>
        <translation>{a} + {b} ≈ {before}</translation>
    </message>
    <message>
        <source>{a} × …</source>
        <translation>{a} × …</translation>
    </message>
    <message>
        <source>{a} × {b} ≈ {before}</source>
        <translation>{a} × {b} ≈ {before}</translation>
    </message>
    <message>
        <source>hard-swish({before}) ≈ {after}</source>
        <translation>하드 스위시({before}) ≈ {after}</translation>
    </message>
    <message>
        <source>ReLU6({before}) = {after}</source>
        <translation>ReLU6({before}) = {after}</translation>
    </message>
    <message>
        <source>{share} [muted]of the cells were cut to 0 or 6[/]</source>
        <translation>[muted]0이나 6으로 잘린 칸:[/] {share}</translation>
    </message>
    <message>
        <source>{share} [muted]cut to 0 or 6[/]</source>
        <translation>[muted]0이나 6으로 잘림:[/] {share}</translation>
    </message>
    <message>
        <source>sigmoid({before}) ≈ {after}</source>
        <translation>시그모이드({before}) ≈ {after}</translation>
    </message>
</context>
</TS>
