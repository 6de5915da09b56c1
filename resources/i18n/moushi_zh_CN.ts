<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>About</name>
    <message>
      <source>About Moushi</source>
      <translation>关于谋实</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>&amp;About Moushi</source>
      <translation>关于谋实(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Appearance</source>
      <translation>外观(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Collapse the Outline</source>
      <translation>全部收起(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Dark</source>
      <translation>深色(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Expand the Outline</source>
      <translation>全部展开(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Language (语言)</source>
      <translation>语言 Language(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Light</source>
      <translation>浅色(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Open Store…</source>
      <translation>打开资料库(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Plan</source>
      <translation>计划(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Reload</source>
      <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Save the Log…</source>
      <translation>另存日志(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Year</source>
      <translation>年度(&amp;Y)</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>As the &amp;System</source>
      <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
      <source>Fede&amp;ration</source>
      <translation>工商联(&amp;R)</translation>
    </message>
    <message>
      <source>Federation whose plan is shown</source>
      <translation>显示哪个工商联的计划</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Menus</source>
      <translation>菜单</translation>
    </message>
    <message>
      <source>Moushi</source>
      <translation>谋实</translation>
    </message>
    <message>
      <source>No plan yet: what to do</source>
      <translation>还没有计划：第一步怎么做</translation>
    </message>
    <message>
      <source>No store is open. Choose one with File ▸ Open Store…</source>
      <translation>没有打开资料库。请用“文件 ▸ 打开资料库…”选择一个。</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>正在打开…</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Page: plan</source>
      <translation>页面：计划</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>Read-only</source>
      <translation>只读</translation>
    </message>
    <message>
      <source>View</source>
      <translation>视图</translation>
    </message>
    <message>
      <source>Year of the plan</source>
      <translation>计划年度</translation>
    </message>
  </context>
  <context>
    <name>Moushi</name>
    <message>
      <source>  Nothing differs from the records.</source>
      <translation>  与资料库里的记录一致，没有改动。</translation>
    </message>
    <message>
      <source>  [{severity}] {where}  {message} {action}</source>
      <translation>  [{severity}] {where}  {message}{action}</translation>
    </message>
    <message>
      <source>  {sign} {edit}</source>
      <translation>  {sign} {edit}</translation>
    </message>
    <message>
      <source>(theme without a lead sentence)</source>
      <translation>（无板块句）</translation>
    </message>
    <message>
      <source>A post belongs to one person or member in one federation or chamber. Choose one of each.</source>
      <translation>一条任职只能记一个人员或会员，在一个工商联或商会任职。请各选一个。</translation>
    </message>
    <message>
      <source>Accept the suggested mend to print: {mended}</source>
      <translation>建议改为：{mended}</translation>
    </message>
    <message>
      <source>All federations</source>
      <translation>全部工商联</translation>
    </message>
    <message>
      <source>Both were changed. Compare them before you take the edit, which puts the file's words in.</source>
      <translation>两边都改过。采用后以文件里的文字为准，请先比较。</translation>
    </message>
    <message>
      <source>Change the value in the progress of that measure.</source>
      <translation>请在该指标的进展里修改数值。</translation>
    </message>
    <message>
      <source>Change {number} holds {found} of its {promised} edits</source>
      <translation>历史中第{number}次改动应有{promised}处，现在只有{found}处。</translation>
    </message>
    <message>
      <source>Change {number} is missing from the history</source>
      <translation>历史中缺少第{number}次改动。</translation>
    </message>
    <message>
      <source>Changed {field} of {record}</source>
      <translation>修改{record}的{field}</translation>
    </message>
    <message>
      <source>Check that it is the right file and the whole text.</source>
      <translation>请核对是不是这个文件、内容是否完整。</translation>
    </message>
    <message>
      <source>Check the due date in the plan, and enter it there.</source>
      <translation>请核对完成时限，并在计划里填好。</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close this notice</source>
      <translation>关闭这条提示</translation>
    </message>
    <message>
      <source>Data folder</source>
      <translation>数据所在文件夹</translation>
    </message>
    <message>
      <source>Done: {title} (change {id})</source>
      <translation>已完成 {title}（编号 {id}）</translation>
    </message>
    <message>
      <source>Edits in the returned file {file}</source>
      <translation>导入修改稿 {file}</translation>
    </message>
    <message>
      <source>Enter a due date in the plan if there is one.</source>
      <translation>如果有时限，请在计划里填上。</translation>
    </message>
    <message>
      <source>Enter in the plan what is needed of it, targets as measures.</source>
      <translation>其中要用的，请在计划里录入；目标值录为指标。</translation>
    </message>
    <message>
      <source>Enter it in the plan where it belongs.</source>
      <translation>请在计划里相应的地方录入。</translation>
    </message>
    <message>
      <source>Enter it in the plan with the item that it belongs to.</source>
      <translation>请在计划里补到它所属的工作条目中。</translation>
    </message>
    <message>
      <source>Exported: “{was}”; in the records now: “{now}”; in the file: “{new}”.</source>
      <translation>导出时：“{was}”；现在的记录：“{now}”；文件里：“{new}”。</translation>
    </message>
    <message>
      <source>FILE</source>
      <translation>文件名</translation>
    </message>
    <message>
      <source>FOLDER</source>
      <translation>文件夹名</translation>
    </message>
    <message>
      <source>Four Goods level</source>
      <translation>四好等级</translation>
    </message>
    <message>
      <source>Four Goods year</source>
      <translation>四好年度</translation>
    </message>
    <message>
      <source>If it belongs to the plan, enter it there.</source>
      <translation>如果属于计划，请在计划里录入。</translation>
    </message>
    <message>
      <source>If it belongs to the text, add it in the plan.</source>
      <translation>如果属于正文，请在计划里补上。</translation>
    </message>
    <message>
      <source>If it holds tasks, name its columns as in the other sheets.</source>
      <translation>如果里面有任务，请照其他工作表写好列名。</translation>
    </message>
    <message>
      <source>If it is a plan of its own, take it in with another --year or --federation.</source>
      <translation>如果它是另一份计划，请用 --year 或 --federation 指明年度或工商联后再导入。</translation>
    </message>
    <message>
      <source>If it is still wanted, enter it in the plan.</source>
      <translation>如果还要用，请在计划里录入。</translation>
    </message>
    <message>
      <source>If it is to stay, do not take this edit.</source>
      <translation>如果要保留，请不要采用这处改动。</translation>
    </message>
    <message>
      <source>If that is wrong, undo and take it in again with --year.</source>
      <translation>如果不对，请加 --year 指明年份重新导入；已经采用的，先撤销。</translation>
    </message>
    <message>
      <source>If they belong to the text, put them into it and take the file in again.</source>
      <translation>如果属于正文，请写进正文后重新导入。</translation>
    </message>
    <message>
      <source>If they belong to the text, show them in Word and take the file in again.</source>
      <translation>如果属于正文，请在 Word 里取消隐藏后重新导入。</translation>
    </message>
    <message>
      <source>Keep the store on this computer's own disk, and copy backups to the share.</source>
      <translation>请把资料库放在本机硬盘上，备份再复制到网络共享。</translation>
    </message>
    <message>
      <source>Later changes stand on this one and keep {kept} of its edits in force: {changes}.</source>
      <translation>后来的改动（{changes}）建立在其中{kept}处之上，这{kept}处不能撤销。</translation>
    </message>
    <message>
      <source>Layout “{layout}” is no valid TOML: {reason}. Correct the layout file and try again.</source>
      <translation>版式“{layout}”不是有效的 TOML 文件：{reason}。请改正版式文件后重试。</translation>
    </message>
    <message>
      <source>Layout “{layout}”, key {key}: {reason}. Correct the layout file and try again.</source>
      <translation>版式“{layout}”的 {key} 项：{reason}。请改正版式文件后重试。</translation>
    </message>
    <message>
      <source>Log file</source>
      <translation>日志文件</translation>
    </message>
    <message>
      <source>Look at each edit: later changes in the records may be undone. Delete items in the plan itself.</source>
      <translation>请逐条查看：后来的改动可能被改回去。要删除条目，请在计划里删。</translation>
    </message>
    <message>
      <source>Measured values or the search do not fit the records.</source>
      <translation>指标的计算结果或搜索索引与记录不符。</translation>
    </message>
    <message>
      <source>Moushi is free software under the MIT licence. It uses Qt for Python under the LGPL.</source>
      <translation>谋实是自由软件，按 MIT 许可证发布；所用 Qt for Python 按 LGPL 许可证发布。</translation>
    </message>
    <message>
      <source>Moushi keeps a federation's plan, its chambers and its members, and makes the newspaper article and the progress sheet of them. It needs no network.</source>
      <translation>谋实保存工商联的年度计划、商会和会员，并由此生成报纸稿件和进展表。不需要联网。</translation>
    </message>
    <message>
      <source>Moushi store</source>
      <translation>谋实资料库</translation>
    </message>
    <message>
      <source>Move it to where it belongs in the plan, or leave it as it is.</source>
      <translation>请在计划里移到合适的地方，或保持原样。</translation>
    </message>
    <message>
      <source>Move the store to a folder that is not synchronised, and let the backups go there.</source>
      <translation>请把资料库移到不同步的文件夹；备份可以放在同步文件夹里。</translation>
    </message>
    <message>
      <source>Name the federation with --federation, or rename it afterwards.</source>
      <translation>请用 --federation 指明工商联，或导入后再改名称。</translation>
    </message>
    <message>
      <source>No Chinese typeface was found, so that signs may be missing or look foreign. Install one, for example the package fonts-noto-cjk, and start Moushi again.</source>
      <translation>没有找到中文字体，有些字可能缺失或字形不对。请安装一种中文字体（例如软件包 fonts-noto-cjk），再重新启动谋实。</translation>
    </message>
    <message>
      <source>No article of {year} is the one you name. There are: {articles}.</source>
      <translation>{year}年没有所指明的稿件。现有：{articles}。</translation>
    </message>
    <message>
      <source>No backup could be made, and what it was for was not begun. {reason}</source>
      <translation>备份没有做成，要做的事也没有开始。{reason}</translation>
    </message>
    <message>
      <source>No change begins with “{text}”. Look up the changes and their ids with moushi history.</source>
      <translation>没有编号以“{text}”开头的改动。请用 moushi history 查看各次改动的编号。</translation>
    </message>
    <message>
      <source>No plan is in this text, only “{words}”.</source>
      <translation>文中没有计划内容，只有“{words}”。</translation>
    </message>
    <message>
      <source>Nothing can be written in the folder {folder}: it is read-only or belongs to somebody else. Choose another place.</source>
      <translation>文件夹 {folder} 无法写入：它是只读的，或属于他人。请另选位置。</translation>
    </message>
    <message>
      <source>Nothing was changed: the records are no longer as they were when this was prepared ({count} conflicts, first: {first}). Take the file in again and review it anew.</source>
      <translation>没有写入任何改动：列出改动以后，记录又变了（{count}处不符，第一处：{first}）。请重新导入，再看一遍。</translation>
    </message>
    <message>
      <source>Nothing was reported for {period}. Take in the chambers' returns or enter progress for this period, then try again.</source>
      <translation>{period}还没有报任何进展。请先导入商会回执或录入这个时期的进展，再试一次。</translation>
    </message>
    <message>
      <source>Open Store</source>
      <translation>打开资料库</translation>
    </message>
    <message>
      <source>Open store</source>
      <translation>当前资料库</translation>
    </message>
    <message>
      <source>Open the file in Excel or WPS, save it and take it in again, or type the text into the cell.</source>
      <translation>请用 Excel 或 WPS 打开文件，保存后重新导入，或直接在单元格里填写文字。</translation>
    </message>
    <message>
      <source>Open the store for writing and check it again, which makes them anew.</source>
      <translation>请关闭正在使用这个资料库的其他程序，再检查一次，就会自动重建。</translation>
    </message>
    <message>
      <source>Paragraphs are not moved by a returned file. Move it in the plan.</source>
      <translation>导入修改稿不会移动段落。要移动，请在计划里移。</translation>
    </message>
    <message>
      <source>Plans of county federations of industry and commerce, as articles and sheets.</source>
      <translation>谋实：县级工商联的年度计划，一次录入，生成稿件和进展表。</translation>
    </message>
    <message>
      <source>Read them in Word or WPS, and change the text where they ask for it.</source>
      <translation>请在 Word 或 WPS 里看批注，需要改的改在正文里。</translation>
    </message>
    <message>
      <source>Records cannot be read ({record}): {reason}</source>
      <translation>“{record}”的记录无法读取：{reason}。</translation>
    </message>
    <message>
      <source>Redo: {title}</source>
      <translation>重做：{title}</translation>
    </message>
    <message>
      <source>Restore the newest backup from before this (moushi restore FILE), and tell who looks after Moushi.</source>
      <translation>请用出问题之前最新的备份恢复（moushi restore 备份文件），并告诉维护程序的人。</translation>
    </message>
    <message>
      <source>Restored {backup} into {store}</source>
      <translation>已用备份 {backup} 恢复资料库 {store}</translation>
    </message>
    <message>
      <source>Save the Log</source>
      <translation>另存日志</translation>
    </message>
    <message>
      <source>Save the Log…</source>
      <translation>另存日志…</translation>
    </message>
    <message>
      <source>Several changes begin with “{text}”. Look up their ids with moushi history and give more of it.</source>
      <translation>有几次改动的编号都以“{text}”开头。请用 moushi history 查看编号，多写几位。</translation>
    </message>
    <message>
      <source>Something went wrong inside Moushi ({fault}). It stands in the log: save the log and send it to whoever looks after the program.</source>
      <translation>谋实内部出错（{fault}），已记入日志。请另存日志，交给维护程序的人。</translation>
    </message>
    <message>
      <source>Take all of it? [y/N] </source>
      <translation>以上改动全部采用吗？输入 y 采用，直接回车不采用：</translation>
    </message>
    <message>
      <source>Take it in where it was exported, or copy its text into a new document and take that in.</source>
      <translation>请在导出它的资料库里导入；或把文字复制到新文档，再导入新文档。</translation>
    </message>
    <message>
      <source>Taken in: {count} edits (change {id})</source>
      <translation>已导入：{count}处改动（编号 {id}）</translation>
    </message>
    <message>
      <source>The article “{headline}” has no section of {names}.</source>
      <translation>稿件“{headline}”里没有{names}的单元。请检查工商联名称。</translation>
    </message>
    <message>
      <source>The article “{headline}” tells progress but names no period. Set its period, such as 2023-06, and try again.</source>
      <translation>稿件“{headline}”是进展稿，却没有写明时期。请设定时期（如 2023-06）后再试。</translation>
    </message>
    <message>
      <source>The cell holds a formula without its result, so it was read as empty.</source>
      <translation>单元格里是公式，但文件没有保存计算结果，只能当作空白。</translation>
    </message>
    <message>
      <source>The column “{column}” has no place in a plan and was left out: {values}</source>
      <translation>“{column}”一列在计划里没有对应的项，没有收入：{values}。</translation>
    </message>
    <message>
      <source>The disk is full: {path} was not written. Free some space and try again.</source>
      <translation>磁盘已满，{path} 没有写入。请腾出空间后再试。</translation>
    </message>
    <message>
      <source>The disk or share that holds {path} gave an error. See whether it is connected, then try again; nothing was changed.</source>
      <translation>{path} 所在的硬盘或网络共享出错。请检查是否连接好，再试一次；没有任何改动。</translation>
    </message>
    <message>
      <source>The file is damaged: {reason}</source>
      <translation>资料库文件已损坏：{reason}。</translation>
    </message>
    <message>
      <source>The file was exported from another store; none of its records are here.</source>
      <translation>这份文件是从另一个资料库导出的，这里没有它的任何记录。</translation>
    </message>
    <message>
      <source>The folder {folder} does not exist. Create it or choose another place.</source>
      <translation>文件夹 {folder} 不存在。请先新建它，或另选位置。</translation>
    </message>
    <message>
      <source>The history cannot be replayed after change {number}: {reason}</source>
      <translation>第{number}次改动以后的历史接不上：{reason}。</translation>
    </message>
    <message>
      <source>The log cannot be written in {folder}: {reason}. Until this is mended, faults leave no trace.</source>
      <translation>日志无法写入 {folder}：{reason}。修好之前，出错不会留下记录。</translation>
    </message>
    <message>
      <source>The log could not be saved as {path}: {reason}. Choose another folder.</source>
      <translation>日志无法保存为 {path}：{reason}。请换一个文件夹。</translation>
    </message>
    <message>
      <source>The new text “{text}” has no place in the plan and was left out.</source>
      <translation>新加的文字“{text}”在计划里没有对应的位置，没有收入。</translation>
    </message>
    <message>
      <source>The paragraph “{text}” stands in another place now.</source>
      <translation>段落“{text}”换了位置。</translation>
    </message>
    <message>
      <source>The paragraph “{text}” was joined to the one before it.</source>
      <translation>段落“{text}”并到了上一段。</translation>
    </message>
    <message>
      <source>The period {period} is not in {year}. Name a period of that year, or another --year.</source>
      <translation>时期 {period} 不在{year}年。请写这一年里的时期，或改写 --year。</translation>
    </message>
    <message>
      <source>The plan of {year} “{heading}” is closed. Open it again before changing it.</source>
      <translation>{year}年的计划“{heading}”已归档，不能修改。请先取消归档。</translation>
    </message>
    <message>
      <source>The preferences could not be saved in {folder}: {reason}. They hold until Moushi is closed.</source>
      <translation>设置无法保存到 {folder}：{reason}。本次仍然有效，关闭谋实后恢复原样。</translation>
    </message>
    <message>
      <source>The program's own files are missing: {path}. Install Moushi again.</source>
      <translation>程序自带的文件缺失：{path}。请重新安装谋实。</translation>
    </message>
    <message>
      <source>The sheet has no columns of a task table and was left out.</source>
      <translation>这张工作表没有任务分解表的列名，没有收入。</translation>
    </message>
    <message>
      <source>The store lies on a network share: work is slower, and a lost connection can harm it.</source>
      <translation>资料库放在网络共享上：速度慢，断网时可能损坏。</translation>
    </message>
    <message>
      <source>The text does not say for which year it is; {year} is assumed.</source>
      <translation>文中没有写是哪一年的，暂按{year}年。</translation>
    </message>
    <message>
      <source>The text does not say whose plan this is; it is kept under “{name}”.</source>
      <translation>文中没有写是哪个工商联的计划，暂记在“{name}”名下。</translation>
    </message>
    <message>
      <source>The text “{before}▯{after}” holds a control character (U+{code}, shown as ▯) that Word cannot keep. Delete it there and export again.</source>
      <translation>“{before}▯{after}”这段文字里有 Word 无法保存的控制字符（U+{code}，以▯表示）。请在原处删去，再导出。</translation>
    </message>
    <message>
      <source>The {record} still has what hangs on it ({child}). Delete that together with it.</source>
      <translation>这个{record}下面还有{child}，不能单独删除。请连同它们一起删除。</translation>
    </message>
    <message>
      <source>There is a plan of “{name}” for {year} already, and little of it is in this text. The text is added to it; nothing of the plan is taken away.</source>
      <translation>“{name}”{year}年的计划已经有了，而文中与它相同的内容很少。文中内容将追加进去，原计划一条也不删。</translation>
    </message>
    <message>
      <source>There is no article for {year}. Take one in, or leave out its name.</source>
      <translation>没有{year}年的稿件。请先导入稿件；或不指明是哪一篇，直接导出计划。</translation>
    </message>
    <message>
      <source>There is no change {id}. Look up the changes and their ids with moushi history.</source>
      <translation>没有编号为 {id} 的改动。请用 moushi history 查看各次改动的编号。</translation>
    </message>
    <message>
      <source>There is no layout “{name}”. Choose one of: {names}.</source>
      <translation>没有名为“{name}”的版式。可用的有：{names}。</translation>
    </message>
    <message>
      <source>There is no plan for {year}. Enter one or take one in, then try again.</source>
      <translation>{year}年没有计划。请先录入或导入一份计划，再试一次。</translation>
    </message>
    <message>
      <source>There is no plan for {year}. Take one in with: moushi import FILE</source>
      <translation>没有{year}年的计划。请先导入：moushi import 文件名</translation>
    </message>
    <message>
      <source>There is no plan in this store yet.</source>
      <translation>这个资料库里还没有年度计划。</translation>
    </message>
    <message>
      <source>There is no room left on the disk of {path}. Free some space and try again; nothing was changed.</source>
      <translation>{path} 所在的磁盘已满。请腾出空间再试；没有任何改动。</translation>
    </message>
    <message>
      <source>There is no store {path}. Give the name of one, or open it for writing.</source>
      <translation>没有资料库 {path}。请检查文件名和文件夹；要新建，请以可写方式打开。</translation>
    </message>
    <message>
      <source>There is no terminal to ask at. Add --yes to take all edits, or --dry-run to see them only.</source>
      <translation>这里无法逐个询问。请加 --yes 全部采用，或加 --dry-run 只看不写。</translation>
    </message>
    <message>
      <source>There is nothing to apply: no edit is left. Take at least one, or close the review.</source>
      <translation>没有选中任何改动。请至少选一处，或关闭审阅。</translation>
    </message>
    <message>
      <source>There is nothing to undo.</source>
      <translation>没有可以撤销的改动。</translation>
    </message>
    <message>
      <source>They have been made anew; nothing is left to do.</source>
      <translation>已自动重建，不用再做什么。</translation>
    </message>
    <message>
      <source>This folder is synchronised by {service}, which can damage an open store.</source>
      <translation>这个文件夹由 {service} 同步，正在使用的资料库可能因此损坏。</translation>
    </message>
    <message>
      <source>To look at a sample first, type the following, then open the store it has made with File ▸ Open Store…:</source>
      <translation>想先看看示例，请输入下面的命令，再用“文件 ▸ 打开资料库…”打开它生成的资料库：</translation>
    </message>
    <message>
      <source>To take in a newspaper page, an official paper or a task table, close this window, type the following in a terminal and start Moushi again:</source>
      <translation>要导入报纸版面、公文或任务分解表，请关闭本窗口，在终端里输入下面的命令，然后重新启动谋实：</translation>
    </message>
    <message>
      <source>Took in {file}</source>
      <translation>导入 {file}</translation>
    </message>
    <message>
      <source>Undo: {title}</source>
      <translation>撤销：{title}</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>What was exported is not known here, so the file was compared with the records as they stand.</source>
      <translation>这里没有当时导出的底稿，只能与现在的记录比较。</translation>
    </message>
    <message>
      <source>Written: {file}</source>
      <translation>已写好：{file}</translation>
    </message>
    <message>
      <source>a progress sheet</source>
      <translation>进展表</translation>
    </message>
    <message>
      <source>alias</source>
      <translation>别名</translation>
    </message>
    <message>
      <source>an article</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>another program</source>
      <translation>另一个程序</translation>
    </message>
    <message>
      <source>approved</source>
      <translation>已审定</translation>
    </message>
    <message>
      <source>article</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>begins a paragraph</source>
      <translation>另起一段</translation>
    </message>
    <message>
      <source>birth year</source>
      <translation>出生年份</translation>
    </message>
    <message>
      <source>byline</source>
      <translation>署名</translation>
    </message>
    <message>
      <source>chamber</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>check the store</source>
      <translation>检查资料库是否完好</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>已归档</translation>
    </message>
    <message>
      <source>contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <source>cooperating units</source>
      <translation>配合单位</translation>
    </message>
    <message>
      <source>counted against</source>
      <translation>分母</translation>
    </message>
    <message>
      <source>cumulative as reported</source>
      <translation>填报累计</translation>
    </message>
    <message>
      <source>direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <source>dissolved on</source>
      <translation>注销日期</translation>
    </message>
    <message>
      <source>done on</source>
      <translation>完成日期</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>due date</source>
      <translation>完成时限</translation>
    </message>
    <message>
      <source>error</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>evidence</source>
      <translation>佐证材料</translation>
    </message>
    <message>
      <source>federation</source>
      <translation>工商联</translation>
    </message>
    <message>
      <source>for whom</source>
      <translation>供稿对象</translation>
    </message>
    <message>
      <source>founded on</source>
      <translation>成立日期</translation>
    </message>
    <message>
      <source>from</source>
      <translation>任职起</translation>
    </message>
    <message>
      <source>full-time staff</source>
      <translation>专职人员</translation>
    </message>
    <message>
      <source>heading</source>
      <translation>单元标题</translation>
    </message>
    <message>
      <source>headline</source>
      <translation>主标题</translation>
    </message>
    <message>
      <source>hint</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>in force</source>
      <translation>有效</translation>
    </message>
    <message>
      <source>industry</source>
      <translation>行业</translation>
    </message>
    <message>
      <source>it is missing</source>
      <translation>缺少此项</translation>
    </message>
    <message>
      <source>it leaves no room for a line between the margins</source>
      <translation>上下页边距之间排不下一行</translation>
    </message>
    <message>
      <source>it leaves no room in the column</source>
      <translation>栏内没有余地</translation>
    </message>
    <message>
      <source>it must be a colour such as #C00000</source>
      <translation>应为 #C00000 这样的颜色</translation>
    </message>
    <message>
      <source>it must be a list of texts</source>
      <translation>应为文字列表</translation>
    </message>
    <message>
      <source>it must be a number of at least {least}</source>
      <translation>应为不小于 {least} 的数</translation>
    </message>
    <message>
      <source>it must be a table</source>
      <translation>应为一个表（方括号标题）</translation>
    </message>
    <message>
      <source>it must be a text</source>
      <translation>应为文字</translation>
    </message>
    <message>
      <source>it must be a whole number from 1 to {most}</source>
      <translation>应为 1 到 {most} 的整数</translation>
    </message>
    <message>
      <source>it must be one of {choices}</source>
      <translation>应为下列之一：{choices}</translation>
    </message>
    <message>
      <source>it must be true or false</source>
      <translation>应为 true 或 false</translation>
    </message>
    <message>
      <source>it must equal that of the body, whose lines it stands in</source>
      <translation>应与正文字号相同，因为它排在正文行内</translation>
    </message>
    <message>
      <source>item</source>
      <translation>工作条目</translation>
    </message>
    <message>
      <source>item of an article</source>
      <translation>稿件条目</translation>
    </message>
    <message>
      <source>items printed</source>
      <translation>刊出条目</translation>
    </message>
    <message>
      <source>joined on</source>
      <translation>入会日期</translation>
    </message>
    <message>
      <source>kept until</source>
      <translation>保存至</translation>
    </message>
    <message>
      <source>kicker</source>
      <translation>引题</translation>
    </message>
    <message>
      <source>kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>label</source>
      <translation>简称</translation>
    </message>
    <message>
      <source>layout preset</source>
      <translation>版式</translation>
    </message>
    <message>
      <source>lead</source>
      <translation>导语</translation>
    </message>
    <message>
      <source>lead sentence</source>
      <translation>板块句</translation>
    </message>
    <message>
      <source>lead unit</source>
      <translation>牵头单位</translation>
    </message>
    <message>
      <source>leader in charge</source>
      <translation>分管领导</translation>
    </message>
    <message>
      <source>left on</source>
      <translation>退会日期</translation>
    </message>
    <message>
      <source>legal representative</source>
      <translation>法定代表人</translation>
    </message>
    <message>
      <source>level</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>list all changes, the newest first</source>
      <translation>列出历次改动，最新的在前</translation>
    </message>
    <message>
      <source>make a sample store and every kind of output in a folder</source>
      <translation>在文件夹里生成示例资料库和各种成品</translation>
    </message>
    <message>
      <source>measure</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>member</source>
      <translation>会员</translation>
    </message>
    <message>
      <source>membership</source>
      <translation>入会</translation>
    </message>
    <message>
      <source>milestone</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>milestones</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>new generation</source>
      <translation>新生代</translation>
    </message>
    <message>
      <source>next steps</source>
      <translation>下步打算</translation>
    </message>
    <message>
      <source>one JSON object per file</source>
      <translation>每个文件输出一个 JSON 对象（供其他程序读取）</translation>
    </message>
    <message>
      <source>only show what would change</source>
      <translation>只看不写：只列出改动</translation>
    </message>
    <message>
      <source>only this federation; may be given again</source>
      <translation>只要这个工商联，可重复使用</translation>
    </message>
    <message>
      <source>open the window</source>
      <translation>打开窗口</translation>
    </message>
    <message>
      <source>parent federation</source>
      <translation>上级工商联</translation>
    </message>
    <message>
      <source>part</source>
      <translation>上中下</translation>
    </message>
    <message>
      <source>part of a measure</source>
      <translation>指标分项</translation>
    </message>
    <message>
      <source>party branch</source>
      <translation>党支部</translation>
    </message>
    <message>
      <source>passage</source>
      <translation>段落</translation>
    </message>
    <message>
      <source>period</source>
      <translation>时期</translation>
    </message>
    <message>
      <source>person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>plan</source>
      <translation>年度计划</translation>
    </message>
    <message>
      <source>plan item</source>
      <translation>工作条目</translation>
    </message>
    <message>
      <source>position</source>
      <translation>次序</translation>
    </message>
    <message>
      <source>post</source>
      <translation>任职</translation>
    </message>
    <message>
      <source>print the lines as the newspaper would break them</source>
      <translation>按报纸的断行打印文字，不入资料库</translation>
    </message>
    <message>
      <source>problems</source>
      <translation>存在问题</translation>
    </message>
    <message>
      <source>programme</source>
      <translation>品牌活动</translation>
    </message>
    <message>
      <source>programme of an item</source>
      <translation>条目的品牌活动</translation>
    </message>
    <message>
      <source>progress</source>
      <translation>进展</translation>
    </message>
    <message>
      <source>progress in words</source>
      <translation>进展情况</translation>
    </message>
    <message>
      <source>put a backup in the store's place</source>
      <translation>用备份恢复资料库</translation>
    </message>
    <message>
      <source>reason for leaving</source>
      <translation>退会原因</translation>
    </message>
    <message>
      <source>reason for the state</source>
      <translation>状态原因</translation>
    </message>
    <message>
      <source>region code</source>
      <translation>行政区划代码</translation>
    </message>
    <message>
      <source>registered capital (yuan)</source>
      <translation>注册资本（元）</translation>
    </message>
    <message>
      <source>reported by</source>
      <translation>填报人</translation>
    </message>
    <message>
      <source>responsible person</source>
      <translation>责任人</translation>
    </message>
    <message>
      <source>role</source>
      <translation>职务</translation>
    </message>
    <message>
      <source>secretary</source>
      <translation>秘书长</translation>
    </message>
    <message>
      <source>section of an article</source>
      <translation>稿件单元</translation>
    </message>
    <message>
      <source>short name</source>
      <translation>简称</translation>
    </message>
    <message>
      <source>short title</source>
      <translation>短标题</translation>
    </message>
    <message>
      <source>slogan</source>
      <translation>口号</translation>
    </message>
    <message>
      <source>speaker's name</source>
      <translation>讲话人姓名</translation>
    </message>
    <message>
      <source>speaker's post</source>
      <translation>讲话人职务</translation>
    </message>
    <message>
      <source>speaker's unit</source>
      <translation>讲话人单位</translation>
    </message>
    <message>
      <source>staff</source>
      <translation>职工人数</translation>
    </message>
    <message>
      <source>state</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>state set by hand</source>
      <translation>人工状态</translation>
    </message>
    <message>
      <source>take all edits without asking</source>
      <translation>不询问，全部采用</translation>
    </message>
    <message>
      <source>take back the newest change, or the one named</source>
      <translation>撤销最近一次改动，或指明的那一次</translation>
    </message>
    <message>
      <source>take in files: articles, plans, task tables, returned manuscripts</source>
      <translation>导入文件：稿件、工作要点、任务分解表、修改稿</translation>
    </message>
    <message>
      <source>target</source>
      <translation>目标值</translation>
    </message>
    <message>
      <source>term began on</source>
      <translation>本届起始日期</translation>
    </message>
    <message>
      <source>term length in years</source>
      <translation>届期（年）</translation>
    </message>
    <message>
      <source>term number</source>
      <translation>届次</translation>
    </message>
    <message>
      <source>text</source>
      <translation>正文</translation>
    </message>
    <message>
      <source>the article, by its part of the series</source>
      <translation>按上、中、下选择稿件</translation>
    </message>
    <message>
      <source>the article, by the beginning of its id</source>
      <translation>按编号开头选择稿件</translation>
    </message>
    <message>
      <source>the columns are {wide} pt wide, the page has room for {room} pt</source>
      <translation>各栏共宽 {wide} 磅，版心只有 {room} 磅</translation>
    </message>
    <message>
      <source>the layout preset</source>
      <translation>版式</translation>
    </message>
    <message>
      <source>the period it tells of, such as 2023-06</source>
      <translation>所属时期，如 2023-06</translation>
    </message>
    <message>
      <source>the period; without it the latest that was reported</source>
      <translation>时期，不写则取最近一次有报送的月份</translation>
    </message>
    <message>
      <source>the store to work with</source>
      <translation>使用哪个资料库</translation>
    </message>
    <message>
      <source>the year of the plan</source>
      <translation>计划年度</translation>
    </message>
    <message>
      <source>theme</source>
      <translation>板块</translation>
    </message>
    <message>
      <source>this key is not known</source>
      <translation>没有这个项</translation>
    </message>
    <message>
      <source>this period</source>
      <translation>本期</translation>
    </message>
    <message>
      <source>to</source>
      <translation>任职止</translation>
    </message>
    <message>
      <source>township</source>
      <translation>乡镇街道</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>已撤销</translation>
    </message>
    <message>
      <source>unified social credit code</source>
      <translation>统一社会信用代码</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>计量单位</translation>
    </message>
    <message>
      <source>unit of an item</source>
      <translation>责任单位</translation>
    </message>
    <message>
      <source>warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>whose plan it is</source>
      <translation>哪个工商联的计划</translation>
    </message>
    <message>
      <source>wording for the paper</source>
      <translation>见报文字</translation>
    </message>
    <message>
      <source>write a checked copy of the store</source>
      <translation>备份资料库，并检查备份是否完好</translation>
    </message>
    <message>
      <source>write an article or a progress sheet</source>
      <translation>导出稿件或进展表</translation>
    </message>
    <message>
      <source>year</source>
      <translation>年度</translation>
    </message>
    <message>
      <source>{count} characters of hidden text were left out.</source>
      <translation>有{count}个字是隐藏文字，没有收入。</translation>
    </message>
    <message>
      <source>{count} comments stand beside the text and were left out.</source>
      <translation>正文旁有{count}条批注，没有收入。</translation>
    </message>
    <message>
      <source>{count} edits</source>
      <translation>{count}处改动</translation>
    </message>
    <message>
      <source>{count} footnotes or endnotes were left out.</source>
      <translation>有{count}条脚注或尾注，没有收入。</translation>
    </message>
    <message>
      <source>{count} half-width marks in Chinese text, the first after “{before}”.</source>
      <translation>中文里有{count}个半角标点，第一个在“{before}”之后。</translation>
    </message>
    <message>
      <source>{count} rows of {table} point to something that is not there</source>
      <translation>数据表 {table} 有{count}行指向不存在的记录。</translation>
    </message>
    <message>
      <source>{file}: a binary workbook (.xlsb). Save it as .xlsx and take that in.</source>
      <translation>{file}：是二进制工作簿（.xlsb），不能导入。请另存为 .xlsx 再导入。</translation>
    </message>
    <message>
      <source>{file}: a picture, PDF or RTF file, whose text cannot be taken in. Copy the text out of it and paste it into a .txt or .docx file.</source>
      <translation>{file}：是图片、PDF 或 RTF 文件，不能直接导入。请把文字复制出来，粘贴到 .txt 或 .docx 文件里再导入。</translation>
    </message>
    <message>
      <source>{file}: a progress sheet written by Moushi, no task table. Enter progress in the program; what can be taken in is the Word article that was exported and edited.</source>
      <translation>{file}：这是谋实导出的进展表，不是任务分解表。进展请在程序里填写；可以导入的是导出后改过的 Word 稿件。</translation>
    </message>
    <message>
      <source>{file}: a sheet goes on to row {rows} and column {column}, far below or beside the table. Delete what stands there, save the file and take it in again.</source>
      <translation>{file}：有一张工作表一直延伸到第{rows}行、{column}列，远远超出表格。请删去多余的行列，保存后重新导入。</translation>
    </message>
    <message>
      <source>{file}: a web page. Open it, copy its text and paste it into a .txt or .docx file.</source>
      <translation>{file}：这是网页文件。请打开它，复制文字，粘贴到 .txt 或 .docx 文件里再导入。</translation>
    </message>
    <message>
      <source>{file}: an old .doc file. Open it in Word or WPS, save it as .docx and take that in.</source>
      <translation>{file}：是旧的 .doc 文件，不能导入。请用 Word 或 WPS 打开，另存为 .docx 再导入。</translation>
    </message>
    <message>
      <source>{file}: cannot be read ({fault}). Close it in other programs or copy it to this computer.</source>
      <translation>{file}：无法读取（{fault}）。请在其他程序里关闭它，或复制到本机再试。</translation>
    </message>
    <message>
      <source>{file}: cannot be read, perhaps because it is locked with a password. Open it in Word, Excel or WPS, save it without one as .docx or .xlsx and take that in.</source>
      <translation>{file}：无法读取，可能设了密码。请用 Word、Excel 或 WPS 打开，去掉密码另存为 .docx 或 .xlsx 后再导入。</translation>
    </message>
    <message>
      <source>{file}: holds macros and was not opened. Save it as .docx or .xlsx without macros.</source>
      <translation>{file}：带有宏，没有打开。请另存为不带宏的 .docx 或 .xlsx 再导入。</translation>
    </message>
    <message>
      <source>{file}: is locked with a password. Save it without one and take it in again.</source>
      <translation>{file}：设有密码。请取消密码，保存后重新导入。</translation>
    </message>
    <message>
      <source>{file}: larger than {limit} MB, which no plan is. Check that it is the right file.</source>
      <translation>{file}：超过 {limit} MB，不像是计划。请检查是不是这个文件。</translation>
    </message>
    <message>
      <source>{file}: longer than {limit} KB of text, which no page is. Check that it is the right file.</source>
      <translation>{file}：文字超过 {limit} KB，报纸版面没有这么长。请核对是不是这个文件。</translation>
    </message>
    <message>
      <source>{file}: more than {limit} lines of text, which no page has. Check that it is the right file.</source>
      <translation>{file}：文字超过 {limit} 行，报纸版面没有这么多。请核对是不是这个文件。</translation>
    </message>
    <message>
      <source>{file}: no Word document and no workbook, or its main part is missing. Ask the sender for it again.</source>
      <translation>{file}：不是 Word 文档，也不是 Excel 表格，或者主要内容缺失。请让对方重新发一份。</translation>
    </message>
    <message>
      <source>{file}: no sheet has the columns of a task table. Name them 类别, 工作任务, 具体举措, 责任单位, 完成时限 or the like and take it in again.</source>
      <translation>{file}：没有一张工作表有任务分解表的列名。请把列名写成“类别、工作任务、具体举措、责任单位、完成时限”之类，再导入。</translation>
    </message>
    <message>
      <source>{file}: not readable as text. Save it as a .txt file (UTF-8 or GB18030) or as .docx.</source>
      <translation>{file}：读不出文字。请另存为 .txt（UTF-8 或 GB18030 编码）或 .docx 再导入。</translation>
    </message>
    <message>
      <source>{file}: nothing was taken in, because of the errors named above.</source>
      <translation>{file}：有上面列出的错误，没有导入。请改正后重新导入。</translation>
    </message>
    <message>
      <source>{file}: progress sheets are written as .xlsx. Give the file that ending.</source>
      <translation>{file}：进展表只能导出为 .xlsx。请把文件名改成以 .xlsx 结尾。</translation>
    </message>
    <message>
      <source>{file}: the file is damaged or cut short. Ask the sender for it again.</source>
      <translation>{file}：文件损坏或不完整。请让对方重新发一份。</translation>
    </message>
    <message>
      <source>{file}: the file is empty. Ask the sender for it again.</source>
      <translation>{file}：文件是空的。请让对方重新发一份。</translation>
    </message>
    <message>
      <source>{file}: the workbook is damaged or locked with a password. Save it again without one as .xlsx.</source>
      <translation>{file}：表格文件损坏，或设有密码。请取消密码，另存为 .xlsx 再导入。</translation>
    </message>
    <message>
      <source>{file}: there is no such file. Check the name and the folder.</source>
      <translation>{file}：没有这个文件。请检查文件名和所在的文件夹。</translation>
    </message>
    <message>
      <source>{file}: this is a folder. Name the files in it.</source>
      <translation>{file}：这是文件夹，请写明其中的文件。</translation>
    </message>
    <message>
      <source>{file}: this version writes articles as .docx and .txt. Give the file such an ending.</source>
      <translation>{file}：稿件目前只能导出为 .docx 或 .txt。请把文件名改成以其中一种结尾。</translation>
    </message>
    <message>
      <source>{file}: unpacks to far more than a document holds, and was not opened. Do not trust its sender.</source>
      <translation>{file}：解压后大得不正常，可能有害，没有打开。请核实来源，不要轻信。</translation>
    </message>
    <message>
      <source>{kind}, {field}: “{old}” → “{new}”</source>
      <translation>{kind}，{field}：“{old}”→“{new}”</translation>
    </message>
    <message>
      <source>{kind}: {text}</source>
      <translation>{kind}：{text}</translation>
    </message>
    <message>
      <source>{later} Undo them first, the newest first.</source>
      <translation>{later}请先撤销后来的改动，从最新的开始。</translation>
    </message>
    <message>
      <source>{message} {action}</source>
      <translation>{message}{action}</translation>
    </message>
    <message>
      <source>{name} cannot be replaced: it is open in another program such as Word or WPS, or write-protected. Close it there, or choose another name, and try again. It is as it was.</source>
      <translation>无法替换 {name}：它正在 Word、WPS 等程序中打开，或者被写保护。请先关闭它，或另取文件名，再试一次。原文件未变。</translation>
    </message>
    <message>
      <source>{name} cannot stand above itself. Choose another parent federation.</source>
      <translation>{name}不能是自己的上级。请另选上级工商联。</translation>
    </message>
    <message>
      <source>{path} cannot be opened. See whether its folder is there and may be read and written.</source>
      <translation>{path} 无法打开。请检查所在的文件夹是否存在、能否读写。</translation>
    </message>
    <message>
      <source>{path} cannot be read ({reason}). See whether it is a file and you may read it.</source>
      <translation>{path} 无法读取（{reason}）。请检查文件名和文件夹，以及是否有权读取。</translation>
    </message>
    <message>
      <source>{path} cannot be restored from itself. Choose a backup of it.</source>
      <translation>{path} 就是现在的资料库，不能用它恢复自己。请选它的备份。</translation>
    </message>
    <message>
      <source>{path} cannot be written ({reason}). See whether there is room, the folder may be written to and no other program has the file open.</source>
      <translation>{path} 无法写入（{reason}）。请检查磁盘是否有空间、文件夹能否写入、文件是否正在其他程序里开着。</translation>
    </message>
    <message>
      <source>{path} cannot be written. Ask for the right to write there, or move the store to a folder of your own.</source>
      <translation>{path} 无法写入。请申请写入权限，或把资料库移到自己的文件夹。</translation>
    </message>
    <message>
      <source>{path} cannot be written: its folder is read-only or the disk is full. Free some space, or move it to a folder of your own.</source>
      <translation>{path} 无法写入：所在文件夹只读，或磁盘已满。请腾出空间，或把它移到自己的文件夹。</translation>
    </message>
    <message>
      <source>{path} could not be written: {reason}. Choose another place or name and try again.</source>
      <translation>{path} 无法写入：{reason}。请另选位置或文件名后再试。</translation>
    </message>
    <message>
      <source>{path} is a folder. Give the name of a file.</source>
      <translation>{path} 是文件夹。请给出文件名。</translation>
    </message>
    <message>
      <source>{path} is damaged. Restore a backup of it (moushi restore FILE), and tell who looks after it.</source>
      <translation>{path} 已损坏。请用备份恢复（moushi restore 备份文件），并告诉维护程序的人。</translation>
    </message>
    <message>
      <source>{path} is held by {holder}. Close it there, or open the store for reading only.</source>
      <translation>资料库 {path} 正由{holder}使用。请先在那边关闭再操作；只是查看，可以只读打开。</translation>
    </message>
    <message>
      <source>{path} is in use by another program just now. Wait a moment and try again; nothing was changed.</source>
      <translation>{path} 正被另一个程序占用。请稍等再试；没有任何改动。</translation>
    </message>
    <message>
      <source>{path} is not a Moushi store and was left as it is. Choose another file.</source>
      <translation>{path} 不是谋实的资料库，没有动它。请另选文件。</translation>
    </message>
    <message>
      <source>{path} is open as a store. Give the copy another name.</source>
      <translation>{path} 是正在使用的资料库，不能覆盖。请给备份另取文件名。</translation>
    </message>
    <message>
      <source>{path} is open for reading only. Close the program that holds it and open it again.</source>
      <translation>{path} 是以只读方式打开的，不能修改。请关闭占用它的程序，再重新打开。</translation>
    </message>
    <message>
      <source>{path} was written by a newer Moushi (schema {revision}). Install the newest Moushi to open it.</source>
      <translation>{path} 是用更新版本的谋实写的（结构 {revision}）。请安装最新版谋实再打开。</translation>
    </message>
    <message>
      <source>{path} was written by an older Moushi. Open it once for writing, which brings it up to date.</source>
      <translation>{path} 是用旧版谋实写的，要先升级。请关闭占用它的其他程序，再打开一次，会自动升级。</translation>
    </message>
    <message>
      <source>{person} on {host} (process {pid}, since {since})</source>
      <translation>用户 {person}（电脑 {host}，进程 {pid}，{since} 起）</translation>
    </message>
    <message>
      <source>{reason} It is open for reading only.</source>
      <translation>{reason}现在是只读打开。</translation>
    </message>
    <message>
      <source>{record} {field}: expected “{old}”, found “{now}”</source>
      <translation>{record}的“{field}”应为“{old}”，现为“{now}”</translation>
    </message>
    <message>
      <source>{record} {id} has changed since</source>
      <translation>{record} {id} 后来改过</translation>
    </message>
    <message>
      <source>{record} {id} is no longer there</source>
      <translation>{record} {id} 已经没有了</translation>
    </message>
    <message>
      <source>{record} {id} is not as the history says</source>
      <translation>{record} {id} 与历史记载不符。</translation>
    </message>
    <message>
      <source>{record} {id} is there already</source>
      <translation>{record} {id} 已经有了</translation>
    </message>
    <message>
      <source>{record}: its {field} is not there or would be deleted. Take what it points to as well.</source>
      <translation>{record}的“{field}”所指的记录没有，或将被删除。请把那条记录也一并采用。</translation>
    </message>
    <message>
      <source>{record}: {field} cannot hold this value. Correct the value and try again.</source>
      <translation>{record}的“{field}”不能填这个值。请改正后再试。</translation>
    </message>
    <message>
      <source>{sheet}!{cell}: the text holds the control character U+{code} after “{before}”, which no Excel file can hold. Delete that character where the text was entered, then export again.</source>
      <translation>{sheet}!{cell}：文字“{before}”之后有控制字符U+{code}，Excel文件不能保存这种字符。请在录入该文字的地方删去这个字符，再重新导出。</translation>
    </message>
    <message>
      <source>{sheet}!{cell}: the text that begins “{beginning}” has {count} characters; a cell of an Excel file holds at most {most}. Shorten it where it was entered, then export again.</source>
      <translation>{sheet}!{cell}：以“{beginning}”开头的文字有{count}个字，Excel单元格最多容纳{most}个字。请在录入该文字的地方缩短，再重新导出。</translation>
    </message>
    <message>
      <source>{store} is sound.</source>
      <translation>资料库 {store} 完好。</translation>
    </message>
    <message>
      <source>{store} – Moushi</source>
      <translation>{store} – 谋实</translation>
    </message>
    <message>
      <source>{text} ({date})</source>
      <translation>{text}（{date}）</translation>
    </message>
    <message>
      <source>{year} has several articles: {articles}. Name one with --article ID or --part.</source>
      <translation>{year}年有几篇稿件：{articles}。请用 --article 加编号（写开头几位就行），或 --part 加“上”“中”“下”指明一篇。</translation>
    </message>
    <message>
      <source>{year}-{month:02}-{day:02}</source>
      <translation>{year}年{month}月{day}日</translation>
    </message>
    <message>
      <source>“{name}” has no plan for {year}. Plans there are of: {names}.</source>
      <translation>“{name}”没有{year}年的计划。有计划的是：{names}。</translation>
    </message>
    <message>
      <source>“{source}” has errors and was not applied. Mend them as its findings say and take it in again.</source>
      <translation>“{source}”有错误，没有导入。请按列出的问题改正后重新导入。</translation>
    </message>
    <message>
      <source>“{text}” could not be read as a date.</source>
      <translation>“{text}”认不出是哪一天。</translation>
    </message>
    <message>
      <source>“{text}” is a number there and may have been {text}0; it was read as {date}.</source>
      <translation>“{text}”在表里是数字，原来可能是 {text}0；现按 {date} 收入。</translation>
    </message>
    <message>
      <source>“{text}” is missing and is taken out of the article; the plan keeps it.</source>
      <translation>文件里没有了“{text}”，采用后从稿件中去掉，计划里仍保留。</translation>
    </message>
    <message>
      <source>“{text}” is missing and is taken out.</source>
      <translation>文件里没有了“{text}”，采用后也去掉。</translation>
    </message>
    <message>
      <source>“{text}” is missing and will be deleted from the plan with {count} records that hang on it.</source>
      <translation>文件里没有了“{text}”，采用后从计划中删除，连同附属的{count}条记录。</translation>
    </message>
    <message>
      <source>“{text}” is missing; what was reported stays.</source>
      <translation>文件里没有了“{text}”；已经报的进展不变。</translation>
    </message>
    <message>
      <source>“{text}” is no change. Give its id, or the first four or more characters of it.</source>
      <translation>“{text}”不是改动的编号。请写编号，或编号开头的至少四位。</translation>
    </message>
    <message>
      <source>“{text}” is no part of a theme; it was kept as a passage of its own.</source>
      <translation>“{text}”不属于任何板块，单独存为一段。</translation>
    </message>
    <message>
      <source>“{text}” is no period. Write a month as 2023-06, a quarter as 2023-Q2 or a year as 2023.</source>
      <translation>“{text}”不是有效的时期。月份写作 2023-06，季度写作 2023-Q2，全年写作 2023。</translation>
    </message>
    <message>
      <source>“{text}” is no year. Write it as 2023.</source>
      <translation>“{text}”不是年份，请写成 2023 这样。</translation>
    </message>
    <message>
      <source>“{text}” is page furniture and was left out of the article.</source>
      <translation>“{text}”是报纸版面上的标注，不算正文，没有收入。</translation>
    </message>
    <message>
      <source>“{text}” must end in one of: {endings}</source>
      <translation>“{text}”的扩展名应为以下之一：{endings}</translation>
    </message>
    <message>
      <source>“{text}” names no day, so there is no due date.</source>
      <translation>“{text}”没有写明日期，完成时限留空。</translation>
    </message>
    <message>
      <source>“{text}” names no year, and the title names none either.</source>
      <translation>“{text}”没有写年份，标题里也没有。</translation>
    </message>
    <message>
      <source>“{text}” stands above the table and was left out.</source>
      <translation>“{text}”在表格上方，没有收入。</translation>
    </message>
    <message>
      <source>“{text}” stands in a row without a task and was left out.</source>
      <translation>“{text}”所在的一行没有任务，没有收入。</translation>
    </message>
    <message>
      <source>“{text}” stands under the table and was left out.</source>
      <translation>“{text}”在表格下方，没有收入。</translation>
    </message>
    <message>
      <source>“{title}” is undone already. Undo its undo to have it back (change {undo}).</source>
      <translation>“{title}”已经撤销过了。要恢复它，请撤销那次撤销（编号 {undo}）。</translation>
    </message>
    <message>
      <source>“{title}” is undone already; nothing is left to take back.</source>
      <translation>“{title}”已经撤销过了，不用再撤销。</translation>
    </message>
    <message>
      <source>“{was}” is worked out and cannot be changed to “{new}” here.</source>
      <translation>“{was}”是计算出来的，不能在这里改成“{new}”。</translation>
    </message>
    <message>
      <source>“{was}” was changed to “{new}”, but is no longer in the records.</source>
      <translation>“{was}”改成了“{new}”，但记录里已经没有它了。</translation>
    </message>
  </context>
  <context>
    <name>PlanPage</name>
    <message>
      <source>Outline of the plan: federation, theme, item</source>
      <translation>计划提纲：工商联、板块、条目</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>Text of the selected line</source>
      <translation>所选一行的原文</translation>
    </message>
  </context>
</TS>
