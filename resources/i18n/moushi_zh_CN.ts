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
    <name>ArticleCopyfit</name>
    <message>
      <source>60 lines or 210 mm</source>
      <translation>60行 或 210毫米</translation>
    </message>
    <message>
      <source>Fi&amp;ll it</source>
      <translation>按此排满(&amp;L)</translation>
    </message>
    <message>
      <source>Lines that few words less would save</source>
      <translation>少几个字就能省下的行</translation>
    </message>
    <message>
      <source>Room that the section takes and is to fill</source>
      <translation>单元的篇幅和目标</translation>
    </message>
    <message>
      <source>Set the section to fill its target</source>
      <translation>按目标排满这个单元</translation>
    </message>
    <message>
      <source>T&amp;arget</source>
      <translation>目标(&amp;A)</translation>
    </message>
    <message>
      <source>Target of the section, in lines or millimetres</source>
      <translation>单元的目标，行数或毫米</translation>
    </message>
    <message>
      <source>The section against its target</source>
      <translation>单元与目标相比</translation>
    </message>
  </context>
  <context>
    <name>ArticlePage</name>
    <message>
      <source>&amp;Byline</source>
      <translation>署名(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Items</source>
      <translation>条目(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Kicker</source>
      <translation>引题(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Sent</source>
      <translation>已送(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Title</source>
      <translation>题头(&amp;T)</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>Articles of the year</source>
      <translation>本年度的稿件</translation>
    </message>
    <message>
      <source>Begin a Plan Arti&amp;cle</source>
      <translation>新建计划稿件(&amp;C)</translation>
    </message>
    <message>
      <source>Begin a Pro&amp;gress Article</source>
      <translation>新建进展稿件(&amp;G)</translation>
    </message>
    <message>
      <source>Byline</source>
      <translation>署名</translation>
    </message>
    <message>
      <source>Characters and lines</source>
      <translation>字数和行数</translation>
    </message>
    <message>
      <source>Edit the layout</source>
      <translation>编辑版式</translation>
    </message>
    <message>
      <source>Fields of the title block</source>
      <translation>题头各栏</translation>
    </message>
    <message>
      <source>For who&amp;m</source>
      <translation>报送对象(&amp;M)</translation>
    </message>
    <message>
      <source>For whom</source>
      <translation>报送对象</translation>
    </message>
    <message>
      <source>Head&amp;line</source>
      <translation>主标题(&amp;L)</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>主标题</translation>
    </message>
    <message>
      <source>How to begin an article</source>
      <translation>如何新建稿件</translation>
    </message>
    <message>
      <source>In the pla&amp;n</source>
      <translation>计划原文(&amp;N)</translation>
    </message>
    <message>
      <source>Kicker</source>
      <translation>引题</translation>
    </message>
    <message>
      <source>Layo&amp;ut</source>
      <translation>版式(&amp;U)</translation>
    </message>
    <message>
      <source>Layout</source>
      <translation>版式</translation>
    </message>
    <message>
      <source>Lea&amp;d</source>
      <translation>导语(&amp;D)</translation>
    </message>
    <message>
      <source>Lead, one paragraph to a line</source>
      <translation>导语，每行一段</translation>
    </message>
    <message>
      <source>Mark changed &amp;lines</source>
      <translation>在版面上标出改动(&amp;L)</translation>
    </message>
    <message>
      <source>Ne&amp;w</source>
      <translation>新建(&amp;W)</translation>
    </message>
    <message>
      <source>New article</source>
      <translation>新建稿件</translation>
    </message>
    <message>
      <source>One paragraph to a line</source>
      <translation>每行一段</translation>
    </message>
    <message>
      <source>P&amp;art</source>
      <translation>篇次(&amp;A)</translation>
    </message>
    <message>
      <source>Paper or office that it goes to</source>
      <translation>报送的报社或部门</translation>
    </message>
    <message>
      <source>Part of the series</source>
      <translation>系列中的篇次</translation>
    </message>
    <message>
      <source>Parts of the work on an article</source>
      <translation>稿件各页</translation>
    </message>
    <message>
      <source>Peri&amp;od</source>
      <translation>时期(&amp;O)</translation>
    </message>
    <message>
      <source>Period that is reported</source>
      <translation>填报的时期</translation>
    </message>
    <message>
      <source>Preview of the article as it is printed</source>
      <translation>版面预览</translation>
    </message>
    <message>
      <source>Sections and items</source>
      <translation>单元和条目</translation>
    </message>
    <message>
      <source>The article, or how to begin one</source>
      <translation>稿件内容，或如何新建稿件</translation>
    </message>
    <message>
      <source>The item's words in the plan</source>
      <translation>条目在计划中的原文</translation>
    </message>
    <message>
      <source>Versions sent</source>
      <translation>已送版本</translation>
    </message>
    <message>
      <source>Versions sent, newest first</source>
      <translation>已送版本，最近的在前</translation>
    </message>
    <message>
      <source>What has changed since</source>
      <translation>此后的改动</translation>
    </message>
    <message>
      <source>What the article prints: federation, theme, item</source>
      <translation>刊登内容：工商联、板块、条目</translation>
    </message>
    <message>
      <source>What to do with the article</source>
      <translation>稿件操作</translation>
    </message>
    <message>
      <source>Wordin&amp;g for the paper</source>
      <translation>见报文字(&amp;G)</translation>
    </message>
    <message>
      <source>Wording for the paper</source>
      <translation>见报文字</translation>
    </message>
    <message>
      <source>Work on the article</source>
      <translation>编辑稿件</translation>
    </message>
  </context>
  <context>
    <name>ChambersPage</name>
    <message>
      <source>&amp;Add Chamber</source>
      <translation>新增商会(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Began on</source>
      <translation>本届起(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Chambers</source>
      <translation>商会(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Kind</source>
      <translation>类别(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>名称(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Township</source>
      <translation>乡镇街道(&amp;T)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Chamber</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Chambers</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Chambers and townships</source>
      <translation>商会和乡镇街道</translation>
    </message>
    <message>
      <source>Cre&amp;dit code</source>
      <translation>信用代码(&amp;D)</translation>
    </message>
    <message>
      <source>Di&amp;ssolved on</source>
      <translation>注销日期(&amp;S)</translation>
    </message>
    <message>
      <source>Dissolved on</source>
      <translation>注销日期</translation>
    </message>
    <message>
      <source>Due within 12 months</source>
      <translation>12个月内到期</translation>
    </message>
    <message>
      <source>Earlier Four Goods recognitions</source>
      <translation>以前的四好认定</translation>
    </message>
    <message>
      <source>Earlier recognitions</source>
      <translation>以前的认定</translation>
    </message>
    <message>
      <source>Empty while not extended</source>
      <translation>未延期的留空</translation>
    </message>
    <message>
      <source>Empty while only pre-registered</source>
      <translation>仅预登记的留空</translation>
    </message>
    <message>
      <source>Enter It</source>
      <translation>记入</translation>
    </message>
    <message>
      <source>Extended to</source>
      <translation>延期至</translation>
    </message>
    <message>
      <source>Extension…</source>
      <translation>延期…</translation>
    </message>
    <message>
      <source>For example 2024-6-30</source>
      <translation>例如 2024-6-30</translation>
    </message>
    <message>
      <source>Form of the chamber</source>
      <translation>商会详情</translation>
    </message>
    <message>
      <source>Founded &amp;on</source>
      <translation>成立日期(&amp;O)</translation>
    </message>
    <message>
      <source>Founded on</source>
      <translation>成立日期</translation>
    </message>
    <message>
      <source>Four Goods leve&amp;l</source>
      <translation>四好级别(&amp;L)</translation>
    </message>
    <message>
      <source>Four Goods level</source>
      <translation>四好级别</translation>
    </message>
    <message>
      <source>Four Goods year</source>
      <translation>四好年度</translation>
    </message>
    <message>
      <source>Full-time staff</source>
      <translation>专职人数</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Level of the new recognition</source>
      <translation>新认定的级别</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>New Recognition…</source>
      <translation>新认定…</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>已逾期</translation>
    </message>
    <message>
      <source>Party branch</source>
      <translation>建有党组织</translation>
    </message>
    <message>
      <source>Party branch, staff, Four Goods</source>
      <translation>党组织、专职人员、四好</translation>
    </message>
    <message>
      <source>Posts</source>
      <translation>任职</translation>
    </message>
    <message>
      <source>Posts of the chamber</source>
      <translation>商会任职</translation>
    </message>
    <message>
      <source>Renewal…</source>
      <translation>换届…</translation>
    </message>
    <message>
      <source>Search chambers</source>
      <translation>搜索商会</translation>
    </message>
    <message>
      <source>Search: name, township, secretary</source>
      <translation>搜索名称、乡镇街道、秘书长</translation>
    </message>
    <message>
      <source>Secretary</source>
      <translation>秘书长</translation>
    </message>
    <message>
      <source>Secretary-&amp;general</source>
      <translation>秘书长(&amp;G)</translation>
    </message>
    <message>
      <source>Show chambers in a state</source>
      <translation>按届期筛选商会</translation>
    </message>
    <message>
      <source>Show chambers of a Four Goods level or year</source>
      <translation>按四好级别或年度筛选</translation>
    </message>
    <message>
      <source>Show chambers of a kind</source>
      <translation>按类别筛选商会</translation>
    </message>
    <message>
      <source>Term</source>
      <translation>届次</translation>
    </message>
    <message>
      <source>Term began on</source>
      <translation>本届起始日期</translation>
    </message>
    <message>
      <source>Term extended to</source>
      <translation>本届延期至</translation>
    </message>
    <message>
      <source>Term length in years</source>
      <translation>任期年数</translation>
    </message>
    <message>
      <source>Term n&amp;umber</source>
      <translation>届次(&amp;U)</translation>
    </message>
    <message>
      <source>Term number</source>
      <translation>届次</translation>
    </message>
    <message>
      <source>Terms of the chamber</source>
      <translation>商会届次</translation>
    </message>
    <message>
      <source>To&amp;wnships</source>
      <translation>乡镇街道(&amp;W)</translation>
    </message>
    <message>
      <source>Township</source>
      <translation>乡镇街道</translation>
    </message>
    <message>
      <source>Townships and their chambers</source>
      <translation>乡镇街道及其商会</translation>
    </message>
    <message>
      <source>Unified social credit code</source>
      <translation>统一社会信用代码</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>年度</translation>
    </message>
    <message>
      <source>Year of the new recognition</source>
      <translation>新认定的年度</translation>
    </message>
    <message>
      <source>Years of ter&amp;m</source>
      <translation>任期（年）(&amp;M)</translation>
    </message>
  </context>
  <context>
    <name>ColumnsPage</name>
    <message>
      <source>&amp;Go On</source>
      <translation>继续(&amp;G)</translation>
    </message>
    <message>
      <source>Columns of the list</source>
      <translation>名册的各列</translation>
    </message>
    <message>
      <source>Do Not Ta&amp;ke In</source>
      <translation>不导入(&amp;K)</translation>
    </message>
    <message>
      <source>Do not take these files in</source>
      <translation>不导入这些文件</translation>
    </message>
    <message>
      <source>First rows of the file</source>
      <translation>文件的前几行</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Its &amp;rows are</source>
      <translation>每一行是(&amp;R)</translation>
    </message>
    <message>
      <source>Table &amp;Before</source>
      <translation>上一张表(&amp;B)</translation>
    </message>
    <message>
      <source>Table before</source>
      <translation>上一张表</translation>
    </message>
    <message>
      <source>What the columns of a list hold</source>
      <translation>名册各列是什么</translation>
    </message>
    <message>
      <source>What the rows of the list are</source>
      <translation>名册的每一行是什么</translation>
    </message>
  </context>
  <context>
    <name>FirstStartPage</name>
    <message>
      <source>&amp;County</source>
      <translation>县（市、区）(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Level</source>
      <translation>级别(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Name of the federation</source>
      <translation>工商联名称(&amp;N)</translation>
    </message>
    <message>
      <source>1. Your county, city or district</source>
      <translation>1. 您的县（市、区）</translation>
    </message>
    <message>
      <source>2. Townships and subdistricts</source>
      <translation>2. 乡镇、街道</translation>
    </message>
    <message>
      <source>3. Begin with</source>
      <translation>3. 从哪里开始</translation>
    </message>
    <message>
      <source>A &amp;blank plan</source>
      <translation>空白计划(&amp;B)</translation>
    </message>
    <message>
      <source>Be&amp;gin</source>
      <translation>开始(&amp;G)</translation>
    </message>
    <message>
      <source>Begin with a blank plan</source>
      <translation>从空白计划开始</translation>
    </message>
    <message>
      <source>Begin with a file that has this year's plan</source>
      <translation>从今年计划的文件开始</translation>
    </message>
    <message>
      <source>Begin with last year's plan from a file</source>
      <translation>从去年计划的文件开始，照搬到今年</translation>
    </message>
    <message>
      <source>Begin with these</source>
      <translation>按以上内容开始</translation>
    </message>
    <message>
      <source>Begin with your county</source>
      <translation>从您的县（市、区）开始</translation>
    </message>
    <message>
      <source>Bring In from Another Comp&amp;uter…</source>
      <translation>从另一台电脑搬来(&amp;U)…</translation>
    </message>
    <message>
      <source>Bring in a store from another computer</source>
      <translation>从另一台电脑搬来</translation>
    </message>
    <message>
      <source>Ch&amp;oose…</source>
      <translation>选择(&amp;O)…</translation>
    </message>
    <message>
      <source>Choose the file with the plan</source>
      <translation>选择计划文件</translation>
    </message>
    <message>
      <source>City federation &amp;above it</source>
      <translation>上级工商联(&amp;A)</translation>
    </message>
    <message>
      <source>City federation above it, may be empty</source>
      <translation>上级工商联，可以不填</translation>
    </message>
    <message>
      <source>County: choose or type a name</source>
      <translation>县（市、区）：选择或输入名称</translation>
    </message>
    <message>
      <source>File with the plan</source>
      <translation>计划文件</translation>
    </message>
    <message>
      <source>First start</source>
      <translation>开始使用</translation>
    </message>
    <message>
      <source>Level of the federation</source>
      <translation>工商联级别</translation>
    </message>
    <message>
      <source>Look at the &amp;Sample First</source>
      <translation>先看看示例(&amp;S)</translation>
    </message>
    <message>
      <source>Look at the sample first, in a store of its own</source>
      <translation>先看看示例（单独的资料库）</translation>
    </message>
    <message>
      <source>May be left empty</source>
      <translation>可以不填</translation>
    </message>
    <message>
      <source>Name of the federation</source>
      <translation>工商联名称</translation>
    </message>
    <message>
      <source>One on each line; a&amp;dd, remove, correct</source>
      <translation>一行一个，可以增、删、改(&amp;D)</translation>
    </message>
    <message>
      <source>Townships and subdistricts, one on each line</source>
      <translation>乡镇、街道，一行一个</translation>
    </message>
    <message>
      <source>Word, Excel or text; drop it here</source>
      <translation>Word、Excel 或文本，可拖到这里</translation>
    </message>
    <message>
      <source>Year of &amp;the plan</source>
      <translation>计划年度(&amp;T)</translation>
    </message>
    <message>
      <source>Year of the plan</source>
      <translation>计划所属年度</translation>
    </message>
  </context>
  <context>
    <name>Guide</name>
    <message>
      <source>&amp;Back</source>
      <translation>返回(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Find</source>
      <translation>查找(&amp;F)</translation>
    </message>
    <message>
      <source>Back to the guide</source>
      <translation>返回指南</translation>
    </message>
    <message>
      <source>Enter goes to the next place</source>
      <translation>回车到下一处</translation>
    </message>
    <message>
      <source>Find in the guide</source>
      <translation>在使用说明中查找</translation>
    </message>
    <message>
      <source>Text of the guide</source>
      <translation>使用说明正文</translation>
    </message>
    <message>
      <source>User Guide</source>
      <translation>使用说明</translation>
    </message>
  </context>
  <context>
    <name>HistoryPage</name>
    <message>
      <source>&amp;Go to Record</source>
      <translation>转到记录(&amp;G)</translation>
    </message>
    <message>
      <source>Changes, newest first</source>
      <translation>全部改动，最近的在前</translation>
    </message>
    <message>
      <source>Go to the record that was changed</source>
      <translation>转到所改的记录</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Re&amp;do</source>
      <translation>重做(&amp;D)</translation>
    </message>
    <message>
      <source>Redo what was undone last</source>
      <translation>重做最近撤销的改动</translation>
    </message>
    <message>
      <source>Search the history</source>
      <translation>在历史中查找</translation>
    </message>
    <message>
      <source>Undo &amp;This Change</source>
      <translation>撤销这次改动(&amp;T)</translation>
    </message>
    <message>
      <source>Undo the Ne&amp;west</source>
      <translation>撤销最近一次(&amp;W)</translation>
    </message>
    <message>
      <source>Undo the chosen change</source>
      <translation>撤销选中的改动</translation>
    </message>
    <message>
      <source>Undo the newest change</source>
      <translation>撤销最近一次改动</translation>
    </message>
    <message>
      <source>What the change did</source>
      <translation>这次改动的内容</translation>
    </message>
    <message>
      <source>Which changes are shown</source>
      <translation>显示哪些改动</translation>
    </message>
  </context>
  <context>
    <name>LayoutsPage</name>
    <message>
      <source>&amp;Back</source>
      <translation>返回(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Layout</source>
      <translation>版式(&amp;L)</translation>
    </message>
    <message>
      <source>Alignment</source>
      <translation>对齐</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Bold</source>
      <translation>加粗</translation>
    </message>
    <message>
      <source>Chinese faces</source>
      <translation>中文字体</translation>
    </message>
    <message>
      <source>Choose a colour</source>
      <translation>选颜色</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>栏数</translation>
    </message>
    <message>
      <source>Columns to a section</source>
      <translation>每单元栏数</translation>
    </message>
    <message>
      <source>Distance of characters</source>
      <translation>字距</translation>
    </message>
    <message>
      <source>Distance of lines</source>
      <translation>行距</translation>
    </message>
    <message>
      <source>First line's indent</source>
      <translation>首行缩进</translation>
    </message>
    <message>
      <source>Gap between columns</source>
      <translation>栏间距</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>分栏</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>高度</translation>
    </message>
    <message>
      <source>Laid</source>
      <translation>方向</translation>
    </message>
    <message>
      <source>Layout</source>
      <translation>版式</translation>
    </message>
    <message>
      <source>Layouts</source>
      <translation>版式</translation>
    </message>
    <message>
      <source>Letters, digits</source>
      <translation>字母和数字</translation>
    </message>
    <message>
      <source>Margin above</source>
      <translation>上边距</translation>
    </message>
    <message>
      <source>Margin at the left</source>
      <translation>左边距</translation>
    </message>
    <message>
      <source>Margin at the right</source>
      <translation>右边距</translation>
    </message>
    <message>
      <source>Margin below</source>
      <translation>下边距</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Par&amp;t</source>
      <translation>部分(&amp;T)</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>其中项</translation>
    </message>
    <message>
      <source>Preview of an article in this layout</source>
      <translation>用这个版式排出的稿件</translation>
    </message>
    <message>
      <source>Put an installed face first</source>
      <translation>选已装的字体排在最前</translation>
    </message>
    <message>
      <source>Rules between sections</source>
      <translation>单元间的线</translation>
    </message>
    <message>
      <source>Sections stand</source>
      <translation>单元排列</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>纸张</translation>
    </message>
    <message>
      <source>Sheets and lines</source>
      <translation>张数和行数</translation>
    </message>
    <message>
      <source>Size by its name</source>
      <translation>按字号选</translation>
    </message>
    <message>
      <source>Space above</source>
      <translation>段前</translation>
    </message>
    <message>
      <source>Space below</source>
      <translation>段后</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>字体</translation>
    </message>
    <message>
      <source>Type size</source>
      <translation>字号</translation>
    </message>
    <message>
      <source>Values of the layout</source>
      <translation>版式的各项设置</translation>
    </message>
    <message>
      <source>What can be done with the layout</source>
      <translation>对版式的操作</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <source>Width of a column</source>
      <translation>栏宽</translation>
    </message>
    <message>
      <source>characters</source>
      <translation>字</translation>
    </message>
    <message>
      <source>mm</source>
      <translation>毫米</translation>
    </message>
    <message>
      <source>pt</source>
      <translation>磅</translation>
    </message>
    <message>
      <source>pt, 0: none</source>
      <translation>磅，0 为不要</translation>
    </message>
    <message>
      <source>× the size</source>
      <translation>倍字号</translation>
    </message>
  </context>
  <context>
    <name>LedgerPage</name>
    <message>
      <source>&amp;Add Entry</source>
      <translation>新增记录(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Date</source>
      <translation>日期(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Jobs</source>
      <translation>岗位数(&amp;J)</translation>
    </message>
    <message>
      <source>&amp;Kind</source>
      <translation>类别(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Members</source>
      <translation>会员(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Notes</source>
      <translation>备注(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;What was done</source>
      <translation>事项(&amp;W)</translation>
    </message>
    <message>
      <source>Amo&amp;unt (yuan)</source>
      <translation>金额（元）(&amp;U)</translation>
    </message>
    <message>
      <source>Amount (yuan)</source>
      <translation>金额（元）</translation>
    </message>
    <message>
      <source>Attach…</source>
      <translation>添加…</translation>
    </message>
    <message>
      <source>Ca&amp;ses taken</source>
      <translation>受理件数(&amp;S)</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>月历</translation>
    </message>
    <message>
      <source>Calendar view</source>
      <translation>月历视图</translation>
    </message>
    <message>
      <source>Cases sett&amp;led</source>
      <translation>调处成功(&amp;L)</translation>
    </message>
    <message>
      <source>Cases settled</source>
      <translation>调处成功</translation>
    </message>
    <message>
      <source>Cases taken</source>
      <translation>受理件数</translation>
    </message>
    <message>
      <source>Cham&amp;ber</source>
      <translation>商会(&amp;B)</translation>
    </message>
    <message>
      <source>Chamber</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Days of the month</source>
      <translation>本月日期</translation>
    </message>
    <message>
      <source>Entries of the day</source>
      <translation>当天的记录</translation>
    </message>
    <message>
      <source>Fee (yuan)</source>
      <translation>费用（元）</translation>
    </message>
    <message>
      <source>For example 2000万 or 1.2亿</source>
      <translation>如 2000万、1.2亿</translation>
    </message>
    <message>
      <source>For example 3.15 or 2024-3-15</source>
      <translation>如 3.15、2024-3-15</translation>
    </message>
    <message>
      <source>For example 5000 or 1.2万</source>
      <translation>如 5000、1.2万</translation>
    </message>
    <message>
      <source>For example 八届三次执委会议</source>
      <translation>如 八届三次执委会议</translation>
    </message>
    <message>
      <source>Form of the entry</source>
      <translation>记录详情</translation>
    </message>
    <message>
      <source>Go to today</source>
      <translation>回到今天</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>岗位数</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>结束日期</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>List</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>List view</source>
      <translation>列表视图</translation>
    </message>
    <message>
      <source>Member: any</source>
      <translation>会员：不限</translation>
    </message>
    <message>
      <source>Members taking part</source>
      <translation>参加会员</translation>
    </message>
    <message>
      <source>Members taking part: type a name, Enter adds it</source>
      <translation>参加会员：输入名称，按回车添加</translation>
    </message>
    <message>
      <source>More</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Name of the meetin&amp;g</source>
      <translation>会议名称(&amp;G)</translation>
    </message>
    <message>
      <source>Name of the meeting</source>
      <translation>会议名称</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Pe&amp;ople</source>
      <translation>人数(&amp;O)</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人数</translation>
    </message>
    <message>
      <source>Photos and papers</source>
      <translation>照片、材料</translation>
    </message>
    <message>
      <source>Pla&amp;ce</source>
      <translation>地点(&amp;C)</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>Plan items served</source>
      <translation>服务的工作条目</translation>
    </message>
    <message>
      <source>Plan items served: type words of one, Enter adds it</source>
      <translation>服务的工作条目：输入条目里的字，按回车添加</translation>
    </message>
    <message>
      <source>Pr&amp;oblems closed</source>
      <translation>办结问题(&amp;O)</translation>
    </message>
    <message>
      <source>Problems closed</source>
      <translation>办结问题</translation>
    </message>
    <message>
      <source>Problems co&amp;llected</source>
      <translation>归集问题(&amp;L)</translation>
    </message>
    <message>
      <source>Problems collected</source>
      <translation>归集问题</translation>
    </message>
    <message>
      <source>Search the ledger</source>
      <translation>搜索台账</translation>
    </message>
    <message>
      <source>Search: title, place, member, chamber</source>
      <translation>搜索：事项、地点、会员、商会</translation>
    </message>
    <message>
      <source>Show entries of a chamber</source>
      <translation>只看某商会的记录</translation>
    </message>
    <message>
      <source>Show entries of a kind</source>
      <translation>只看某类记录</translation>
    </message>
    <message>
      <source>Show entries of a member</source>
      <translation>只看某会员的记录</translation>
    </message>
    <message>
      <source>Show entries of a month</source>
      <translation>只看某月的记录</translation>
    </message>
    <message>
      <source>The month after</source>
      <translation>下个月</translation>
    </message>
    <message>
      <source>The month after (Page Down)</source>
      <translation>下个月（Page Down）</translation>
    </message>
    <message>
      <source>The month before</source>
      <translation>上个月</translation>
    </message>
    <message>
      <source>The month before (Page Up)</source>
      <translation>上个月（Page Up）</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Type a name or its initials, Enter</source>
      <translation>输入名称或拼音首字母，回车</translation>
    </message>
    <message>
      <source>Type words of a plan item, Enter</source>
      <translation>输入条目里的字，回车</translation>
    </message>
    <message>
      <source>Un&amp;til</source>
      <translation>结束日期(&amp;T)</translation>
    </message>
    <message>
      <source>Villa&amp;ges</source>
      <translation>村数(&amp;G)</translation>
    </message>
    <message>
      <source>Villages</source>
      <translation>村数</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Where it lasted several days</source>
      <translation>持续多天的填写</translation>
    </message>
    <message>
      <source>‹</source>
      <translation>‹</translation>
    </message>
    <message>
      <source>›</source>
      <translation>›</translation>
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
      <source>&amp;Back Up to a File…</source>
      <translation>备份到文件(&amp;B)…</translation>
    </message>
    <message>
      <source>&amp;Chambers</source>
      <translation>商会(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Dark</source>
      <translation>深色(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
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
      <source>&amp;History</source>
      <translation>历史(&amp;H)</translation>
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
      <source>&amp;Members</source>
      <translation>会员(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Open Store…</source>
      <translation>打开资料库(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Overview</source>
      <translation>概览(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Page</source>
      <translation>页面(&amp;P)</translation>
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
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
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
      <source>&amp;Settings</source>
      <translation>设置(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Take In Files…</source>
      <translation>导入文件(&amp;T)…</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
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
      <source>A&amp;rticle</source>
      <translation>稿件(&amp;R)</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>As the &amp;System</source>
      <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
      <source>Chambers</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑</translation>
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
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Le&amp;dger</source>
      <translation>台账(&amp;D)</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>Look at the Sa&amp;mple</source>
      <translation>看看示例(&amp;M)</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>会员</translation>
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
      <source>No store is open. Choose one with File ▸ Open Store…</source>
      <translation>没有打开资料库。请用“文件 ▸ 打开资料库…”选择一个。</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>正在打开…</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>概览</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Page: article</source>
      <translation>页面：稿件</translation>
    </message>
    <message>
      <source>Page: chambers</source>
      <translation>页面：商会</translation>
    </message>
    <message>
      <source>Page: history</source>
      <translation>页面：历史</translation>
    </message>
    <message>
      <source>Page: ledger</source>
      <translation>页面：台账</translation>
    </message>
    <message>
      <source>Page: members</source>
      <translation>页面：会员</translation>
    </message>
    <message>
      <source>Page: overview</source>
      <translation>页面：概览</translation>
    </message>
    <message>
      <source>Page: plan</source>
      <translation>页面：计划</translation>
    </message>
    <message>
      <source>Page: progress</source>
      <translation>页面：进度</translation>
    </message>
    <message>
      <source>Page: returns</source>
      <translation>页面：回执</translation>
    </message>
    <message>
      <source>Page: review</source>
      <translation>页面：核对</translation>
    </message>
    <message>
      <source>Page: settings</source>
      <translation>页面：设置</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>Pro&amp;gress</source>
      <translation>进度(&amp;G)</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Re&amp;view</source>
      <translation>核对(&amp;V)</translation>
    </message>
    <message>
      <source>Read-only</source>
      <translation>只读</translation>
    </message>
    <message>
      <source>Ret&amp;urns</source>
      <translation>回执(&amp;U)</translation>
    </message>
    <message>
      <source>Returns</source>
      <translation>回执</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>核对</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Take In &amp;Pasted Text</source>
      <translation>导入粘贴的文字(&amp;P)</translation>
    </message>
    <message>
      <source>User &amp;Guide</source>
      <translation>使用说明(&amp;G)</translation>
    </message>
    <message>
      <source>View</source>
      <translation>视图</translation>
    </message>
    <message>
      <source>Year of the plan</source>
      <translation>计划所属年度</translation>
    </message>
  </context>
  <context>
    <name>MeasurePanel</name>
    <message>
      <source>Activities</source>
      <translation>计入的活动</translation>
    </message>
    <message>
      <source>All levels</source>
      <translation>全部级别</translation>
    </message>
    <message>
      <source>All that fall due this year</source>
      <translation>今年到期的商会</translation>
    </message>
    <message>
      <source>Chambers</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Chambers that the measure names</source>
      <translation>指标点名的商会</translation>
    </message>
    <message>
      <source>Counted</source>
      <translation>计数口径</translation>
    </message>
    <message>
      <source>Kind of the activities that are counted</source>
      <translation>计入的活动</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Level of recognition that is counted</source>
      <translation>计入的级别</translation>
    </message>
    <message>
      <source>Of which</source>
      <translation>其中</translation>
    </message>
    <message>
      <source>Only what serves this item</source>
      <translation>只计服务本条目的</translation>
    </message>
    <message>
      <source>Parts of the measure: name, target, what is counted</source>
      <translation>指标的其中项：名称、目标、计数口径</translation>
    </message>
    <message>
      <source>Records that the measure counts; Enter goes to one</source>
      <translation>指标计入的记录，按 Enter 前往</translation>
    </message>
    <message>
      <source>Show the parts of the measure</source>
      <translation>展开指标的其中项</translation>
    </message>
    <message>
      <source>Value as counted</source>
      <translation>计数结果</translation>
    </message>
    <message>
      <source>Value fro&amp;m</source>
      <translation>数据来源(&amp;M)</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>计数口径</translation>
    </message>
    <message>
      <source>Where the measure's value comes from</source>
      <translation>指标的数据来源</translation>
    </message>
    <message>
      <source>Whose records are listed</source>
      <translation>列出哪一项的记录</translation>
    </message>
  </context>
  <context>
    <name>MemberMerging</name>
    <message>
      <source>&amp;Merge</source>
      <translation>合并(&amp;M)</translation>
    </message>
    <message>
      <source>Are T&amp;wo</source>
      <translation>不是同一家(&amp;W)</translation>
    </message>
    <message>
      <source>Cl&amp;ose</source>
      <translation>关闭(&amp;O)</translation>
    </message>
    <message>
      <source>Likely duplicates</source>
      <translation>可能重复的会员</translation>
    </message>
    <message>
      <source>Likely duplicates and their values</source>
      <translation>可能重复的会员及其内容</translation>
    </message>
    <message>
      <source>Members that may be one</source>
      <translation>可能是同一家的会员</translation>
    </message>
    <message>
      <source>Merging members</source>
      <translation>合并会员</translation>
    </message>
    <message>
      <source>Values to choose from; Space takes the one gone to</source>
      <translation>逐栏选择内容，空格选定当前一格</translation>
    </message>
    <message>
      <source>Which values stay</source>
      <translation>保留哪些内容</translation>
    </message>
  </context>
  <context>
    <name>MembersPage</name>
    <message>
      <source>&amp;Add Member</source>
      <translation>新增会员(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Birth year</source>
      <translation>出生年份(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Contact</source>
      <translation>联系人(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Industry</source>
      <translation>行业(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Joined on</source>
      <translation>入会日期(&amp;J)</translation>
    </message>
    <message>
      <source>&amp;Kind</source>
      <translation>类别(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>名称(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Staff</source>
      <translation>人数(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Township</source>
      <translation>乡镇街道(&amp;T)</translation>
    </message>
    <message>
      <source>Birth year</source>
      <translation>出生年份</translation>
    </message>
    <message>
      <source>Capita&amp;l (yuan)</source>
      <translation>注册资本（元）(&amp;L)</translation>
    </message>
    <message>
      <source>Chambers</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Chambers of the member</source>
      <translation>所入商会</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <source>Cre&amp;dit code</source>
      <translation>信用代码(&amp;D)</translation>
    </message>
    <message>
      <source>Delete for Good…</source>
      <translation>彻底删除…</translation>
    </message>
    <message>
      <source>For example 2000万</source>
      <translation>例如 2000万</translation>
    </message>
    <message>
      <source>For example 2024-6-30</source>
      <translation>例如 2024-6-30</translation>
    </message>
    <message>
      <source>Form of the member</source>
      <translation>会员详情</translation>
    </message>
    <message>
      <source>Industry</source>
      <translation>行业</translation>
    </message>
    <message>
      <source>Joined on</source>
      <translation>入会日期</translation>
    </message>
    <message>
      <source>Kept &amp;until</source>
      <translation>保留至(&amp;U)</translation>
    </message>
    <message>
      <source>Kept until</source>
      <translation>保留至</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Le&amp;gal rep.</source>
      <translation>法定代表人(&amp;G)</translation>
    </message>
    <message>
      <source>Leaving</source>
      <translation>退会</translation>
    </message>
    <message>
      <source>Left on</source>
      <translation>退会日期</translation>
    </message>
    <message>
      <source>Legal representative</source>
      <translation>法定代表人</translation>
    </message>
    <message>
      <source>Member</source>
      <translation>会员</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>会员</translation>
    </message>
    <message>
      <source>Members kept no longer</source>
      <translation>保留期已过的会员</translation>
    </message>
    <message>
      <source>Membership</source>
      <translation>入会</translation>
    </message>
    <message>
      <source>Mentor pairs</source>
      <translation>传帮带结对</translation>
    </message>
    <message>
      <source>Mentor pairs of the member</source>
      <translation>会员的传帮带结对</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>New generati&amp;on</source>
      <translation>新生代企业家(&amp;O)</translation>
    </message>
    <message>
      <source>New generation</source>
      <translation>新生代企业家</translation>
    </message>
    <message>
      <source>Not Now</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Phone nu&amp;mber</source>
      <translation>电话(&amp;M)</translation>
    </message>
    <message>
      <source>Phone, masked</source>
      <translation>电话（已遮盖）</translation>
    </message>
    <message>
      <source>Place and trade</source>
      <translation>所在地和行业</translation>
    </message>
    <message>
      <source>Posts</source>
      <translation>任职</translation>
    </message>
    <message>
      <source>Posts of the member</source>
      <translation>会员任职</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Reason for leaving</source>
      <translation>退会原因</translation>
    </message>
    <message>
      <source>Recognitions</source>
      <translation>认定</translation>
    </message>
    <message>
      <source>Recognitions of the member</source>
      <translation>会员获得的认定</translation>
    </message>
    <message>
      <source>Registered capital (yuan)</source>
      <translation>注册资本（元）</translation>
    </message>
    <message>
      <source>Search members</source>
      <translation>搜索会员</translation>
    </message>
    <message>
      <source>Search: name, pinyin, code, person, industry</source>
      <translation>搜索名称、拼音、信用代码、人名、行业</translation>
    </message>
    <message>
      <source>Sho&amp;w</source>
      <translation>显示(&amp;W)</translation>
    </message>
    <message>
      <source>Show members now or formerly</source>
      <translation>按在会、退会筛选</translation>
    </message>
    <message>
      <source>Show members of a chamber</source>
      <translation>按商会筛选</translation>
    </message>
    <message>
      <source>Show members of a kind</source>
      <translation>按类别筛选</translation>
    </message>
    <message>
      <source>Show members of a township</source>
      <translation>按乡镇街道筛选</translation>
    </message>
    <message>
      <source>Show the phone number</source>
      <translation>显示电话号码</translation>
    </message>
    <message>
      <source>Staff</source>
      <translation>人数</translation>
    </message>
    <message>
      <source>Township</source>
      <translation>乡镇街道</translation>
    </message>
    <message>
      <source>Unified social credit code</source>
      <translation>统一社会信用代码</translation>
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
      <translation>  [{severity}] {where}  {message}　{action}</translation>
    </message>
    <message>
      <source>  {sign} {edit}</source>
      <translation>  {sign} {edit}</translation>
    </message>
    <message>
      <source>&amp;Accept All Edits</source>
      <translation>全部采纳(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Add Chamber</source>
      <translation>新增商会(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Add Entry</source>
      <translation>新增记录(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Add Member</source>
      <translation>新增会员(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Add Section</source>
      <translation>添加单元(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;All Periods of the Year</source>
      <translation>各期对照(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;As When It Was Copied</source>
      <translation>恢复到复制时(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Back</source>
      <translation>返回(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Back Up Now</source>
      <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Cheap lines: {count}</source>
      <translation>省{count}行(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Columns of the List…</source>
      <translation>名册各列是什么(&amp;C)…</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>复制(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy Cells</source>
      <translation>复制单元格(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy Layout</source>
      <translation>复制版式(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy Picture</source>
      <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy Plot or Cells</source>
      <translation>复制图或单元格(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy Whole Text</source>
      <translation>复制全文(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy the plan of {year}</source>
      <translation>照搬{year}年的计划(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>删除(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete Chambers</source>
      <translation>删除商会(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete Entries</source>
      <translation>删除记录(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete Members</source>
      <translation>删除会员(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Expand the Outline</source>
      <translation>展开提纲(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Export Progress Sheet…</source>
      <translation>导出进展表(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Export Word…</source>
      <translation>导出 Word(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Extension…</source>
      <translation>延期(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Find</source>
      <translation>查找(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Find in the History</source>
      <translation>在历史中查找(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Go On</source>
      <translation>继续(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go to Record</source>
      <translation>转到记录(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Go to What Came of It</source>
      <translation>转到结果(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Merge the Two Selected…</source>
      <translation>合并选中的两家(&amp;M)…</translation>
    </message>
    <message>
      <source>&amp;New Plan Article</source>
      <translation>新建计划稿件(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next Finding</source>
      <translation>下一条提醒(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next Period</source>
      <translation>下一期(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next Table</source>
      <translation>下一张表(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Open the File</source>
      <translation>打开文件(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Previous Period</source>
      <translation>上一期(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Print…</source>
      <translation>打印(&amp;P)…</translation>
    </message>
    <message>
      <source>&amp;Put the Faulty File Aside</source>
      <translation>移开有错的文件(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Recall the Sending</source>
      <translation>撤回下发(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Redo: {title}</source>
      <translation>重做(&amp;R)：{title}</translation>
    </message>
    <message>
      <source>&amp;Reject All Edits</source>
      <translation>全部不采纳(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove Section</source>
      <translation>移除单元(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Renewal…</source>
      <translation>换届(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Row Below</source>
      <translation>下一行(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Save Picture…</source>
      <translation>存为图片(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Save Plot as Picture…</source>
      <translation>图存为图片(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Send Out Forms…</source>
      <translation>下发填报表(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Show in the Plan</source>
      <translation>在计划中查看(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Show the Record</source>
      <translation>查看现有记录(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Sort by This Column</source>
      <translation>按本列排序(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Take Back Last Change</source>
      <translation>撤销上一步(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Take In</source>
      <translation>导入(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Townships</source>
      <translation>乡镇街道(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Undo the Whole File</source>
      <translation>撤销整份文件(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Undo: {title}</source>
      <translation>撤销(&amp;U)：{title}</translation>
    </message>
    <message>
      <source>&amp;Without These Cells</source>
      <translation>跳过出错的格(&amp;W)</translation>
    </message>
    <message>
      <source>(choose)</source>
      <translation>（请选择）</translation>
    </message>
    <message>
      <source>(empty)</source>
      <translation>（空）</translation>
    </message>
    <message>
      <source>(item without text)</source>
      <translation>（条目还没有文字）</translation>
    </message>
    <message>
      <source>(no label)</source>
      <translation>（未命名）</translation>
    </message>
    <message>
      <source>(no longer there)</source>
      <translation>（已不存在）</translation>
    </message>
    <message>
      <source>(not read)</source>
      <translation>（不读）</translation>
    </message>
    <message>
      <source>(not set)</source>
      <translation>（不设）</translation>
    </message>
    <message>
      <source>(theme without a lead sentence)</source>
      <translation>（无板块句）</translation>
    </message>
    <message>
      <source>(without a name)</source>
      <translation>（无名称）</translation>
    </message>
    <message>
      <source>+ new</source>
      <translation>＋ 新增</translation>
    </message>
    <message>
      <source>1 change not taken in</source>
      <translation>1处改动还没导入</translation>
    </message>
    <message>
      <source>1 day left</source>
      <translation>还有1天</translation>
    </message>
    <message>
      <source>1 day over</source>
      <translation>逾期1天</translation>
    </message>
    <message>
      <source>1 edit</source>
      <translation>1处改动</translation>
    </message>
    <message>
      <source>1 fault to mend</source>
      <translation>1处要改正</translation>
    </message>
    <message>
      <source>1 thing to look at</source>
      <translation>1处要核对</translation>
    </message>
    <message>
      <source>1–12</source>
      <translation>按月</translation>
    </message>
    <message>
      <source>= as before</source>
      <translation>＝ 不变</translation>
    </message>
    <message>
      <source>A backup is restored by: moushi restore FILE. Backups lie in {folder}.</source>
      <translation>恢复备份的命令：moushi restore 备份文件。备份在 {folder}。</translation>
    </message>
    <message>
      <source>A code has 18 characters; these are {count}.</source>
      <translation>信用代码应为18位，现为{count}位。</translation>
    </message>
    <message>
      <source>A code has digits and capitals only, not “{mark}”.</source>
      <translation>信用代码只有数字和大写字母，没有“{mark}”。</translation>
    </message>
    <message>
      <source>A code has no letter {letter}. Look whether it is {likely}.</source>
      <translation>信用代码不用字母{letter}，请核对是否为{likely}。</translation>
    </message>
    <message>
      <source>A comment was left here: {text}</source>
      <translation>这里有批注：{text}</translation>
    </message>
    <message>
      <source>A count or an amount is less than nothing.</source>
      <translation>有数量或金额小于零。</translation>
    </message>
    <message>
      <source>A file w&amp;ith the plan of {year}</source>
      <translation>{year} 年计划的文件(&amp;I)</translation>
    </message>
    <message>
      <source>A later change stands on this; it cannot be undone alone.</source>
      <translation>之后的改动以此为基础，不能单独撤销。</translation>
    </message>
    <message>
      <source>A post belongs to one person or member in one federation or chamber. Choose one of each.</source>
      <translation>一条任职只能记一个人员或会员，在一个工商联或商会任职。请各选一个。</translation>
    </message>
    <message>
      <source>A reason for leaving is given, but no day: “{reason}”.</source>
      <translation>填了退会原因“{reason}”，没填退会日期。</translation>
    </message>
    <message>
      <source>A recognition belongs to one chamber or one member. Choose one of them.</source>
      <translation>一项认定只属于一家商会或一位会员。请选定其中一个。</translation>
    </message>
    <message>
      <source>A recognition has a level and a year. Enter both.</source>
      <translation>认定要有级别和年度，请都填上。</translation>
    </message>
    <message>
      <source>A report of a part names the measure that it is a part of. Report it on that measure.</source>
      <translation>分项的进展要记在它所属的指标下。请在那项指标下填报。</translation>
    </message>
    <message>
      <source>A second card; it was left out: {text}</source>
      <translation>商会情况写了两份，后一份没有导入：{text}</translation>
    </message>
    <message>
      <source>A section cannot be set to {lines} lines. Give a number from 1 to {most}.</source>
      <translation>单元不能排成{lines}行。请填1至{most}之间的行数。</translation>
    </message>
    <message>
      <source>A section cannot be {depth} mm deep. Give a depth from 1 to {most} mm.</source>
      <translation>单元的栏深不能是{depth}毫米。请填1至{most}毫米之间的数。</translation>
    </message>
    <message>
      <source>A section has one target, in lines or in millimetres. Take one of the two out and try again.</source>
      <translation>一个单元只有一个目标，或行数，或毫米。请去掉一个再试。</translation>
    </message>
    <message>
      <source>A state set by hand needs its reason</source>
      <translation>人工设定状态须写明原因</translation>
    </message>
    <message>
      <source>A term has at least one year. Enter its years, or leave them empty.</source>
      <translation>任期至少一年。请填年数，或者留空。</translation>
    </message>
    <message>
      <source>A term is extended by a year at most, here to {latest}.</source>
      <translation>延期最多一年，这里最多延至{latest}。</translation>
    </message>
    <message>
      <source>A term is extended once, by a year at most: here to {latest}.</source>
      <translation>一届只能延期一次，最多一年，这里最多延至{latest}。</translation>
    </message>
    <message>
      <source>A typeface of this layout cannot be put into a PDF as type, so that its words could not be copied. Name another face in the layout and try again.</source>
      <translation>版式所用的某种字体不能以文字形式写入 PDF，文字将无法复制。请在版式中换一种字体后重试。</translation>
    </message>
    <message>
      <source>Accept the suggested mend to print: {mended}</source>
      <translation>建议改为：{mended}</translation>
    </message>
    <message>
      <source>Activities</source>
      <translation>计入的活动</translation>
    </message>
    <message>
      <source>Add &amp;Item</source>
      <translation>新增条目(&amp;I)</translation>
    </message>
    <message>
      <source>Add P&amp;assage</source>
      <translation>新增段落(&amp;A)</translation>
    </message>
    <message>
      <source>Add T&amp;heme</source>
      <translation>新增板块(&amp;H)</translation>
    </message>
    <message>
      <source>Add a Section</source>
      <translation>添加单元</translation>
    </message>
    <message>
      <source>Add the date and take it in again.</source>
      <translation>请补上日期，再导入一次。</translation>
    </message>
    <message>
      <source>Add the name and take it in again.</source>
      <translation>请补上名称，再导入一次。</translation>
    </message>
    <message>
      <source>Add the name of the person, or take the member in first.</source>
      <translation>请补上姓名，或者先把这家会员收进来。</translation>
    </message>
    <message>
      <source>Added the section {federation}</source>
      <translation>添加单元：{federation}</translation>
    </message>
    <message>
      <source>Added up from the chambers' returns; a number typed here stands instead.</source>
      <translation>由商会回执相加；在此填写的数优先。</translation>
    </message>
    <message>
      <source>Added up from the shorter periods; type here only what differs.</source>
      <translation>由各月、各季相加而得；与之不同时才在这里填写。</translation>
    </message>
    <message>
      <source>All Periods</source>
      <translation>各期对照</translation>
    </message>
    <message>
      <source>All chambers</source>
      <translation>全部商会</translation>
    </message>
    <message>
      <source>All chambers ({count})</source>
      <translation>全部商会（{count}家）</translation>
    </message>
    <message>
      <source>All changes</source>
      <translation>全部改动</translation>
    </message>
    <message>
      <source>All columns are read. What is chosen here is kept for files with the same header.</source>
      <translation>各列都会读入。这里的选择会记住，表头相同的文件下次不再问。</translation>
    </message>
    <message>
      <source>All edits</source>
      <translation>全部改动</translation>
    </message>
    <message>
      <source>All federations</source>
      <translation>全部工商联</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <source>All files: {count}</source>
      <translation>全部文件：{count}</translation>
    </message>
    <message>
      <source>All items</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>All kinds</source>
      <translation>全部类别</translation>
    </message>
    <message>
      <source>All of them ({count})</source>
      <translation>全部商会（{count}家）</translation>
    </message>
    <message>
      <source>All of {year}</source>
      <translation>{year}年全年</translation>
    </message>
    <message>
      <source>All rows</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>All states</source>
      <translation>全部届期</translation>
    </message>
    <message>
      <source>All that fall due this year</source>
      <translation>今年到期的商会</translation>
    </message>
    <message>
      <source>All townships</source>
      <translation>各乡镇街道</translation>
    </message>
    <message>
      <source>All years</source>
      <translation>所有年份</translation>
    </message>
    <message>
      <source>All {count}</source>
      <translation>全部{count}项</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>An entry serves {count} items less</source>
      <translation>取消台账记录服务的{count}个条目</translation>
    </message>
    <message>
      <source>April</source>
      <translation>4月</translation>
    </message>
    <message>
      <source>Article: {headline}</source>
      <translation>稿件：{headline}</translation>
    </message>
    <message>
      <source>Articles, plans, tables</source>
      <translation>稿件、计划、表格</translation>
    </message>
    <message>
      <source>As Copied</source>
      <translation>恢复到复制时</translation>
    </message>
    <message>
      <source>As in the plan</source>
      <translation>与计划相同</translation>
    </message>
    <message>
      <source>As soon as numbers are reported of measures, their completion stands here as a line.</source>
      <translation>指标报了数，完成情况就在这里画成线。</translation>
    </message>
    <message>
      <source>As the system has them</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>As usual (manuscript in Word, newspaper in the preview)</source>
      <translation>默认（Word 用投稿稿件，预览用报纸版面）</translation>
    </message>
    <message>
      <source>Ask for each return as a file of its own.</source>
      <translation>请商会把每份回执单独存成一个文件发回。</translation>
    </message>
    <message>
      <source>Ask for it; to keep it as it is, take the suggestion.</source>
      <translation>请再问一下；如按原样保留，请采纳建议。</translation>
    </message>
    <message>
      <source>Ask for the code of the chamber's own certificate. If it is right, change it by hand.</source>
      <translation>请商会照本会登记证书填；若确实没错，请手工修改。</translation>
    </message>
    <message>
      <source>Ask for the code, and type it into a cell that is formatted as text.</source>
      <translation>请问清代码，填进“文本”格式的单元格。</translation>
    </message>
    <message>
      <source>Ask for the day of leaving.</source>
      <translation>请问清退会日期。</translation>
    </message>
    <message>
      <source>Ask for the day of the renewal. If only the number is to be changed, take the suggestion.</source>
      <translation>请问清换届日期。只改届次的，采纳建议即可。</translation>
    </message>
    <message>
      <source>Ask for the form of the right period, or name the one that it is of.</source>
      <translation>请商会发这一期的填报表，或者按表上的时期导入。</translation>
    </message>
    <message>
      <source>Ask for the form of the right year, or name the one that it is of.</source>
      <translation>请商会发这一年的填报表，或者按表上的年份导入。</translation>
    </message>
    <message>
      <source>Ask for the number, and type it into a cell that is formatted as text.</source>
      <translation>请问清号码，填进“文本”格式的单元格。</translation>
    </message>
    <message>
      <source>Ask for the right days.</source>
      <translation>请问清日期。</translation>
    </message>
    <message>
      <source>Ask the chamber for the form as it was sent, filled in.</source>
      <translation>请商会用下发的填报表填好再发回。</translation>
    </message>
    <message>
      <source>Ask which is right; both are kept as they are.</source>
      <translation>请问清哪个对；两个数都照填的留着。</translation>
    </message>
    <message>
      <source>Asked: all chambers, {count}.</source>
      <translation>现在问全部商会，共{count}家。</translation>
    </message>
    <message>
      <source>Asked: the chambers named, {count}.</source>
      <translation>只问上面列出的商会，共{count}家。</translation>
    </message>
    <message>
      <source>At the right: how many items, and the mean completion of their measures.</source>
      <translation>右边：条数和指标的平均完成率。</translation>
    </message>
    <message>
      <source>Attach &amp;Photos and Papers…</source>
      <translation>添加照片、材料(&amp;P)…</translation>
    </message>
    <message>
      <source>Attach Photos and Papers</source>
      <translation>添加照片、材料</translation>
    </message>
    <message>
      <source>Attach it again, or copy the folder of attachments from where the store came.</source>
      <translation>请重新添加，或从资料库原来所在处把附件文件夹复制过来。</translation>
    </message>
    <message>
      <source>Attached to {entry}: {names}</source>
      <translation>“{entry}”添加附件：{names}</translation>
    </message>
    <message>
      <source>Attaching files</source>
      <translation>正在添加附件</translation>
    </message>
    <message>
      <source>Attachments taken away: {names}</source>
      <translation>取下附件：{names}</translation>
    </message>
    <message>
      <source>August</source>
      <translation>8月</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back Up to a File</source>
      <translation>备份到文件</translation>
    </message>
    <message>
      <source>Back to My Store</source>
      <translation>回到我的资料库</translation>
    </message>
    <message>
      <source>Backed up: {path}</source>
      <translation>已备份：{path}</translation>
    </message>
    <message>
      <source>Began</source>
      <translation>本届起</translation>
    </message>
    <message>
      <source>Began with {federation}, {year}</source>
      <translation>开始使用：{federation}，{year} 年</translation>
    </message>
    <message>
      <source>Behind and overdue</source>
      <translation>滞后和逾期</translation>
    </message>
    <message>
      <source>Body</source>
      <translation>所在组织</translation>
    </message>
    <message>
      <source>Both were changed. Compare them before you take the edit, which puts the file's words in.</source>
      <translation>两边都改过。采纳后以文件里的文字为准，请先比较。</translation>
    </message>
    <message>
      <source>Bring In from Another Computer</source>
      <translation>从另一台电脑搬来</translation>
    </message>
    <message>
      <source>Bring the form's definition to this computer and take the file in again.</source>
      <translation>请先把这份表格的文件拿到这台电脑上，再导入一次。</translation>
    </message>
    <message>
      <source>By its code “{name}” is “{held}”, which is in the list too.</source>
      <translation>按代码，“{name}”就是“{held}”，而名册里也有后者。</translation>
    </message>
    <message>
      <source>By its code “{name}” is “{held}”, whose name changes.</source>
      <translation>按信用代码，“{name}”就是“{held}”，名称随之更改。</translation>
    </message>
    <message>
      <source>By its code “{name}” is “{held}”, whose name would change.</source>
      <translation>按代码，“{name}”就是已有的“{held}”，名称将随之修改。</translation>
    </message>
    <message>
      <source>By their names {count} are taken as groups: {names}</source>
      <translation>按名称认定为团体会员的有 {count} 个：{names}</translation>
    </message>
    <message>
      <source>By their names {count} are taken as individuals: {names}</source>
      <translation>按名称认定为个人会员的有 {count} 个：{names}</translation>
    </message>
    <message>
      <source>By this the chamber was renewed on {day}: term {before} becomes one that has ended.</source>
      <translation>照此，商会已于{day}换届：第{before}届转为已结束。</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancel this work</source>
      <translation>取消这项工作</translation>
    </message>
    <message>
      <source>Capital</source>
      <translation>注册资本</translation>
    </message>
    <message>
      <source>Carr&amp;y Over to Next Year…</source>
      <translation>结转到下一年度(&amp;Y)…</translation>
    </message>
    <message>
      <source>Carried on in {year}, item {number}: {text}</source>
      <translation>结转到{year}年第{number}条：{text}</translation>
    </message>
    <message>
      <source>Carried over to {year}.</source>
      <translation>已结转到{year}年。</translation>
    </message>
    <message>
      <source>Carried “{text}” over to {year}</source>
      <translation>结转到{year}年：{text}</translation>
    </message>
    <message>
      <source>Carry It O&amp;ut</source>
      <translation>完成换届或延期(&amp;U)</translation>
    </message>
    <message>
      <source>Carry over to {year}</source>
      <translation>结转到{year}年</translation>
    </message>
    <message>
      <source>Carry over to {year}…</source>
      <translation>结转到{year}年…</translation>
    </message>
    <message>
      <source>Chamber</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Chamber officers</source>
      <translation>商会班子名册</translation>
    </message>
    <message>
      <source>Chambers</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Chambers and their terms</source>
      <translation>商会基本情况表</translation>
    </message>
    <message>
      <source>Chambers of measure “{name}”: {names}</source>
      <translation>指标“{name}”的商会：{names}</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>变动</translation>
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
      <source>Changed</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Changed the body of a post</source>
      <translation>改了任职的组织</translation>
    </message>
    <message>
      <source>Changed {field} of {record}</source>
      <translation>修改{record}的{field}</translation>
    </message>
    <message>
      <source>Charters give a term 1 to {most} years; this one has {years}.</source>
      <translation>章程规定每届1至{most}年，这里是{years}年。</translation>
    </message>
    <message>
      <source>Check of which period the values are.</source>
      <translation>请核对这些数是哪一期的。</translation>
    </message>
    <message>
      <source>Check that it is the right file and the whole text.</source>
      <translation>请核对是不是这个文件、内容是否完整。</translation>
    </message>
    <message>
      <source>Check that it is the right file.</source>
      <translation>请核对是不是这个文件。</translation>
    </message>
    <message>
      <source>Check that the numbers are in the right unit.</source>
      <translation>请核对这些数的单位对不对。</translation>
    </message>
    <message>
      <source>Check the due date in the plan, and enter it there.</source>
      <translation>请核对完成时限，并在计划里填好。</translation>
    </message>
    <message>
      <source>Check whose it is and of which period before you take it in.</source>
      <translation>入库前请核对是哪家商会、哪一期的。</translation>
    </message>
    <message>
      <source>Chinese faces</source>
      <translation>中文字体</translation>
    </message>
    <message>
      <source>Choose a chamber at the left to see it here.</source>
      <translation>在左边选一家商会，这里显示详情。</translation>
    </message>
    <message>
      <source>Choose a chamber first.</source>
      <translation>先选一家商会。</translation>
    </message>
    <message>
      <source>Choose a day with entries at the left, or press Enter on a day to write one down.</source>
      <translation>请在左边选一个有记录的日期，或在日期上按回车记一条。</translation>
    </message>
    <message>
      <source>Choose a federation above to add a chamber to it.</source>
      <translation>先在上方选定工商联，再新增商会。</translation>
    </message>
    <message>
      <source>Choose a federation above to add a member to it.</source>
      <translation>先在上方选定工商联，再新增会员。</translation>
    </message>
    <message>
      <source>Choose a federation above to add an entry to its ledger.</source>
      <translation>请先在上方选定工商联，再记它的台账。</translation>
    </message>
    <message>
      <source>Choose a federation above to see its townships.</source>
      <translation>先在上方选定工商联，这里列出它的乡镇街道。</translation>
    </message>
    <message>
      <source>Choose a member at the left to see it here.</source>
      <translation>在左边选一家会员，这里显示详情。</translation>
    </message>
    <message>
      <source>Choose a row to see it whole.</source>
      <translation>选一行，在这里看全文。</translation>
    </message>
    <message>
      <source>Choose an entry at the left to see it here.</source>
      <translation>请在左边选一条记录，这里显示详情。</translation>
    </message>
    <message>
      <source>Choose an entry first: photos and papers belong to one.</source>
      <translation>请先选一条记录：照片、材料要归到某条记录。</translation>
    </message>
    <message>
      <source>Choose an item above to word it for the paper</source>
      <translation>在上面选一个条目，可为见报改写</translation>
    </message>
    <message>
      <source>Choose its federation for this file above.</source>
      <translation>请在本页上方为此文件选择“工商联”。</translation>
    </message>
    <message>
      <source>Choose its kind on the chambers page.</source>
      <translation>请在商会页选择类型。</translation>
    </message>
    <message>
      <source>Choose its kind on the members page.</source>
      <translation>请在会员页选择类型。</translation>
    </message>
    <message>
      <source>Choose one of these: {choices}.</source>
      <translation>请从这些里选一个：{choices}。</translation>
    </message>
    <message>
      <source>Choose or type your county first.</source>
      <translation>请先选择或输入您的县（市、区）。</translation>
    </message>
    <message>
      <source>Choose the file with the plan, or begin with a blank one.</source>
      <translation>请选择计划文件，或者从空白计划开始。</translation>
    </message>
    <message>
      <source>Choose the folder in which the files are to be.</source>
      <translation>请选择存放文件的文件夹。</translation>
    </message>
    <message>
      <source>Choose the township there.</source>
      <translation>请在会员或商会上选择乡镇。</translation>
    </message>
    <message>
      <source>Choose two members in the list above.</source>
      <translation>请在上面的列表中选一对。</translation>
    </message>
    <message>
      <source>Choose what is counted.</source>
      <translation>请选择计数口径。</translation>
    </message>
    <message>
      <source>Choose, or type a name</source>
      <translation>选择，或输入名称</translation>
    </message>
    <message>
      <source>Chose the items of {federation}</source>
      <translation>选定{federation}刊登的条目</translation>
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
      <source>Co&amp;llapse the Outline</source>
      <translation>收起提纲(&amp;L)</translation>
    </message>
    <message>
      <source>Colour of the type</source>
      <translation>文字颜色</translation>
    </message>
    <message>
      <source>Column {name} is</source>
      <translation>列 {name} 是</translation>
    </message>
    <message>
      <source>Columns of the form are not there: {names}. What they hold stays as it is.</source>
      <translation>缺这几列：{names}。系统里原有的内容不动。</translation>
    </message>
    <message>
      <source>Comment: {text}</source>
      <translation>批注：{text}</translation>
    </message>
    <message>
      <source>Committee roster</source>
      <translation>执委名册</translation>
    </message>
    <message>
      <source>Compare both with the licence; for the one of the list, take the suggestion.</source>
      <translation>请与营业执照核对；如以名册为准，请采纳建议。</translation>
    </message>
    <message>
      <source>Compare it with the licence. If the two are one, merge them on the members page.</source>
      <translation>请对照营业执照。若是同一家，在“会员”页合并。</translation>
    </message>
    <message>
      <source>Compare it with the licence; to keep it as it is, take the suggestion.</source>
      <translation>请与营业执照核对；如按原样保留，请采纳建议。</translation>
    </message>
    <message>
      <source>Compare the codes with the licences; for the other name, take the suggestion.</source>
      <translation>请与营业执照核对代码；如应改名，请采纳建议。</translation>
    </message>
    <message>
      <source>Compare the two; of differing values the first stands.</source>
      <translation>请对照两行；不一样的地方以前一行为准。</translation>
    </message>
    <message>
      <source>Completed</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Conflict: {field}</source>
      <translation>冲突：{field}</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <source>Content</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Continues {year}, item {number}: {text}</source>
      <translation>接续{year}年第{number}条：{text}</translation>
    </message>
    <message>
      <source>Copied as a picture: {plot}. It can be pasted into Word and WPS.</source>
      <translation>已复制图片：{plot}。可粘贴到 Word、WPS。</translation>
    </message>
    <message>
      <source>Copied as a table: {plot}. It can be pasted into Excel.</source>
      <translation>已复制表格：{plot}。可粘贴到 Excel。</translation>
    </message>
    <message>
      <source>Copied for {name}. Paste it into the chat.</source>
      <translation>已复制给{name}的文字，可以粘贴到聊天里。</translation>
    </message>
    <message>
      <source>Copied the plan of {old} to {year} for {federation}</source>
      <translation>把{federation} {old} 年计划照搬到 {year} 年</translation>
    </message>
    <message>
      <source>Copied to {file}. Change it in a text editor; it is used as it stands there.</source>
      <translation>已复制为 {file}。用记事本改这个文件，改好保存就生效。</translation>
    </message>
    <message>
      <source>Copied. Give the copy a name and change what you like.</source>
      <translation>已复制。请给它起个名字，再按需要修改。</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy Ta&amp;ble</source>
      <translation>复制表格(&amp;B)</translation>
    </message>
    <message>
      <source>Copy Text</source>
      <translation>复制全文</translation>
    </message>
    <message>
      <source>Copy the Text</source>
      <translation>复制文字</translation>
    </message>
    <message>
      <source>Copying the backups</source>
      <translation>正在复制备份</translation>
    </message>
    <message>
      <source>Correct the date and take it in again.</source>
      <translation>请改正日期，再导入一次。</translation>
    </message>
    <message>
      <source>Counted</source>
      <translation>计数口径</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Counts for: {measure} ({item})</source>
      <translation>计入指标：{measure}（{item}）</translation>
    </message>
    <message>
      <source>Credit code</source>
      <translation>信用代码</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>剪切(&amp;T)</translation>
    </message>
    <message>
      <source>Cut {cut} at its end to save a line</source>
      <translation>段末删{cut}字可省一行</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Data folder</source>
      <translation>数据所在文件夹</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>De&amp;lete Article</source>
      <translation>删除稿件(&amp;L)</translation>
    </message>
    <message>
      <source>De&amp;lete Layout</source>
      <translation>删除版式(&amp;L)</translation>
    </message>
    <message>
      <source>December</source>
      <translation>12月</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Delete Article</source>
      <translation>删除稿件</translation>
    </message>
    <message>
      <source>Delete for Good…</source>
      <translation>彻底删除…</translation>
    </message>
    <message>
      <source>Delete such numbers from lists that are handed on.</source>
      <translation>转发名册前，请删去身份证号码。</translation>
    </message>
    <message>
      <source>Delete the number and take the file in again.</source>
      <translation>请删去号码，再导入一次。</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Deleted the article “{headline}”</source>
      <translation>删除稿件《{headline}》</translation>
    </message>
    <message>
      <source>Deleted the layout “{title}”.</source>
      <translation>已删除版式“{title}”。</translation>
    </message>
    <message>
      <source>Deleted the layout “{title}”. {count} articles name it; they are set in the usual one now.</source>
      <translation>已删除版式“{title}”。有 {count} 篇稿件选用它，现改用默认版式。</translation>
    </message>
    <message>
      <source>Deleted {count} parts of the plan</source>
      <translation>删除计划中的{count}处</translation>
    </message>
    <message>
      <source>Deleted {count} × {record}</source>
      <translation>删除{count}条{record}</translation>
    </message>
    <message>
      <source>Deleted {record}: {name}</source>
      <translation>已删除{record}：{name}</translation>
    </message>
    <message>
      <source>Deleted {record}: {text}</source>
      <translation>删除{record}：{text}</translation>
    </message>
    <message>
      <source>Deleting for good</source>
      <translation>彻底删除</translation>
    </message>
    <message>
      <source>Deleting for good erases these members with their chambers, posts and entries in the ledger: from the register, the history, the journals and the backups. Numbers counted from them change. It cannot be undone. Copies kept elsewhere and files exported before are not reached; delete those yourself.</source>
      <translation>彻底删除会把这些会员连同其商会、任职、台账参加情况从名录、历史、日志和备份中抹去，由其计出的数字随之变化，不能撤销。另存在别处的副本和以前导出的文件不在其内，请自行删除。</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>详情</translation>
    </message>
    <message>
      <source>Do Not Ta&amp;ke In</source>
      <translation>不导入(&amp;K)</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成日期</translation>
    </message>
    <message>
      <source>Done on</source>
      <translation>完成日期</translation>
    </message>
    <message>
      <source>Done: {title}</source>
      <translation>已完成：{title}</translation>
    </message>
    <message>
      <source>Done: {title} (change {id})</source>
      <translation>已完成 {title}（编号 {id}）</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>完成时限</translation>
    </message>
    <message>
      <source>Due by</source>
      <translation>完成时限</translation>
    </message>
    <message>
      <source>Due on</source>
      <translation>截止</translation>
    </message>
    <message>
      <source>Due within 30 days</source>
      <translation>30天内要做的</translation>
    </message>
    <message>
      <source>Due {count}</source>
      <translation>12个月内到期 {count}</translation>
    </message>
    <message>
      <source>E&amp;xport Proof…</source>
      <translation>导出校样(&amp;X)…</translation>
    </message>
    <message>
      <source>E&amp;xport Roster…</source>
      <translation>导出名册(&amp;X)…</translation>
    </message>
    <message>
      <source>Earlier…</source>
      <translation>补录往届</translation>
    </message>
    <message>
      <source>Edit La&amp;yout…</source>
      <translation>编辑版式(&amp;Y)…</translation>
    </message>
    <message>
      <source>Edits in the returned file {file}</source>
      <translation>导入修改稿 {file}</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>编辑…</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>届满</translation>
    </message>
    <message>
      <source>Ends on {day}: {state}</source>
      <translation>{day}届满：{state}</translation>
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
      <source>Enter the day, for example 2024-6-30.</source>
      <translation>请填日期，例如 2024-6-30。</translation>
    </message>
    <message>
      <source>Enter the post by hand.</source>
      <translation>请手工录入任职。</translation>
    </message>
    <message>
      <source>Enter the very day where it matters.</source>
      <translation>如需准确到日，请另行录入。</translation>
    </message>
    <message>
      <source>Enter what differs by hand.</source>
      <translation>不一样的地方请手工录入。</translation>
    </message>
    <message>
      <source>Enter who took part by hand.</source>
      <translation>请手工录入参加的会员。</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>条数</translation>
    </message>
    <message>
      <source>Erase {count} Members Now</source>
      <translation>立即彻底删除{count}家</translation>
    </message>
    <message>
      <source>Everything is saved in {path}. On the other computer choose Settings ▸ Bring In from Another Computer.</source>
      <translation>全部内容已存入 {path}。到另一台电脑上，在“设置”里点“从另一台电脑搬来”。</translation>
    </message>
    <message>
      <source>Everything under way is reported.</source>
      <translation>该报的都报了。</translation>
    </message>
    <message>
      <source>Excel workbook</source>
      <translation>Excel 工作簿</translation>
    </message>
    <message>
      <source>Export Composed &amp;Text…</source>
      <translation>导出排版文本(&amp;T)…</translation>
    </message>
    <message>
      <source>Export Progress Sheet</source>
      <translation>导出进展表</translation>
    </message>
    <message>
      <source>Export Proof</source>
      <translation>导出校样</translation>
    </message>
    <message>
      <source>Export Roster</source>
      <translation>导出名册</translation>
    </message>
    <message>
      <source>Export Text</source>
      <translation>导出文本</translation>
    </message>
    <message>
      <source>Export Word</source>
      <translation>导出 Word</translation>
    </message>
    <message>
      <source>Exported: “{was}”; in the records now: “{now}”; in the file: “{new}”.</source>
      <translation>导出时：“{was}”；现在的记录：“{now}”；文件里：“{new}”。</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>Extended by more than a year, at most to {latest}.</source>
      <translation>延期超过一年，最多延至{latest}。</translation>
    </message>
    <message>
      <source>Extended to</source>
      <translation>延期至</translation>
    </message>
    <message>
      <source>Extended to {until}, but its length reaches to {end} anyhow.</source>
      <translation>延期至{until}，但任期本来就到{end}。</translation>
    </message>
    <message>
      <source>Extension: {name}</source>
      <translation>{name}延期</translation>
    </message>
    <message>
      <source>February</source>
      <translation>2月</translation>
    </message>
    <message>
      <source>Federation</source>
      <translation>工商联</translation>
    </message>
    <message>
      <source>Fewer</source>
      <translation>收起</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>栏目</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File with the Plan</source>
      <translation>计划文件</translation>
    </message>
    <message>
      <source>Files not taken in: {count}</source>
      <translation>未导入的文件：{count} 份</translation>
    </message>
    <message>
      <source>Files taken in</source>
      <translation>导入的文件</translation>
    </message>
    <message>
      <source>Find D&amp;uplicates…</source>
      <translation>查找重复会员(&amp;U)…</translation>
    </message>
    <message>
      <source>Find a Cham&amp;ber</source>
      <translation>查找商会(&amp;B)</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>提醒</translation>
    </message>
    <message>
      <source>Findings: {told}</source>
      <translation>提醒：{told}</translation>
    </message>
    <message>
      <source>Folder for Exported Files</source>
      <translation>导出文件夹</translation>
    </message>
    <message>
      <source>Folder for the Files</source>
      <translation>存放文件的文件夹</translation>
    </message>
    <message>
      <source>Form “{form}”, line {line}, key {key}: {reason}. Correct the form's file and try again.</source>
      <translation>表格“{form}”第 {line} 行，键 {key}：{reason}。请改好表格文件再试。</translation>
    </message>
    <message>
      <source>Form “{form}”, line {line}: {reason}. Correct the form's file and try again.</source>
      <translation>表格“{form}”第 {line} 行：{reason}。请改好表格文件再试。</translation>
    </message>
    <message>
      <source>Format the cell as text and type one number with all its digits.</source>
      <translation>请把单元格格式设为“文本”，只填一个号码，数字填全。</translation>
    </message>
    <message>
      <source>Format the cell as text and type the 18 characters of the licence.</source>
      <translation>请把单元格格式设为“文本”，照营业执照或登记证书填全18位。</translation>
    </message>
    <message>
      <source>Forms Sent Out</source>
      <translation>填报表已下发</translation>
    </message>
    <message>
      <source>Four Goods</source>
      <translation>四好商会</translation>
    </message>
    <message>
      <source>Four Goods chambers</source>
      <translation>四好商会</translation>
    </message>
    <message>
      <source>Four Goods level</source>
      <translation>四好级别</translation>
    </message>
    <message>
      <source>Four Goods level and year</source>
      <translation>四好等级、年份</translation>
    </message>
    <message>
      <source>Four Goods year</source>
      <translation>四好年度</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>周五</translation>
    </message>
    <message>
      <source>From</source>
      <translation>起</translation>
    </message>
    <message>
      <source>From “{text}”</source>
      <translation>依据原文“{text}”</translation>
    </message>
    <message>
      <source>Full coverage is counted against the townships: if it is none, reject it.</source>
      <translation>乡镇数关系到全覆盖的统计；如不是乡镇，请不要采纳。</translation>
    </message>
    <message>
      <source>Gap</source>
      <translation>序时差</translation>
    </message>
    <message>
      <source>Give the columns the names that they have in the form and take the file in again.</source>
      <translation>把列名改成表里原来的名称，再导入一次。</translation>
    </message>
    <message>
      <source>Give the entry a title or a member, so that it can be told from others.</source>
      <translation>请写上事项或会员，以便和别的记录区分。</translation>
    </message>
    <message>
      <source>Go On</source>
      <translation>继续填</translation>
    </message>
    <message>
      <source>Go There</source>
      <translation>前往</translation>
    </message>
    <message>
      <source>Go to Its C&amp;hamber</source>
      <translation>去它的商会(&amp;H)</translation>
    </message>
    <message>
      <source>Go to the &amp;Place</source>
      <translation>转到原处(&amp;P)</translation>
    </message>
    <message>
      <source>Go to the C&amp;hamber</source>
      <translation>转到商会(&amp;H)</translation>
    </message>
    <message>
      <source>Goal</source>
      <translation>目标值</translation>
    </message>
    <message>
      <source>Have it filled in.</source>
      <translation>请对方补填。</translation>
    </message>
    <message>
      <source>Have left</source>
      <translation>已退会</translation>
    </message>
    <message>
      <source>Have the name filled in.</source>
      <translation>请对方补填姓名。</translation>
    </message>
    <message>
      <source>Have the post filled in.</source>
      <translation>请对方补填职务。</translation>
    </message>
    <message>
      <source>Have this period filled in.</source>
      <translation>请对方补填“本期完成”。</translation>
    </message>
    <message>
      <source>Headings among the rows were left out, {count} of them: {texts}</source>
      <translation>表中间的小标题没有导入，共 {count} 行：{texts}</translation>
    </message>
    <message>
      <source>Hidden columns were read too: {names}.</source>
      <translation>隐藏的列也导入了：{names}。</translation>
    </message>
    <message>
      <source>Hidden rows were read too, {count} of them: {rows}.</source>
      <translation>隐藏的行也读了，共 {count} 行：{rows}。</translation>
    </message>
    <message>
      <source>Hidden rows were read too: {places}</source>
      <translation>隐藏的行也导入了：{places}</translation>
    </message>
    <message>
      <source>Holder</source>
      <translation>任职人</translation>
    </message>
    <message>
      <source>If both took place, enter the second by hand.</source>
      <translation>如两次都有，请手工录入第二次。</translation>
    </message>
    <message>
      <source>If it belongs to an item of the plan, enter it there by hand.</source>
      <translation>若属于计划里的某项工作，请到那里手工录入。</translation>
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
      <source>If it ended on {day}, take the suggestion.</source>
      <translation>若于{day}卸任，采纳建议即可。</translation>
    </message>
    <message>
      <source>If it has ended, ask for the day, or enter it by hand.</source>
      <translation>若已卸任，请问清日期，或者手工录入。</translation>
    </message>
    <message>
      <source>If it holds a list, give its columns names as in the other sheets and take it in again.</source>
      <translation>如是名册，请按其他工作表写好各列名称，再导入一次。</translation>
    </message>
    <message>
      <source>If it holds something to take in, copy that into the form's own sheet.</source>
      <translation>里面要是有要报的内容，请抄到表自己的工作表里。</translation>
    </message>
    <message>
      <source>If it holds tasks, name its columns as in the other sheets.</source>
      <translation>如果里面有任务，请照其他工作表写好列名。</translation>
    </message>
    <message>
      <source>If it is 0{text}, take the suggestion.</source>
      <translation>如是 0{text}，请采纳建议。</translation>
    </message>
    <message>
      <source>If it is a heading for the rows below, put it into a column of its own.</source>
      <translation>如是下面各行的分类，请单独放一列。</translation>
    </message>
    <message>
      <source>If it is a member again, take the suggestion.</source>
      <translation>如已重新入会，请采纳建议。</translation>
    </message>
    <message>
      <source>If it is a plan of its own, choose another year or federation for this file above.</source>
      <translation>如果这是另一份计划，请在本页上方为此文件另选年度或工商联。</translation>
    </message>
    <message>
      <source>If it is a plan of its own, take it in with another --year or --federation.</source>
      <translation>如果它是另一份计划，请用 --year 或 --federation 指明年度或工商联后再导入。</translation>
    </message>
    <message>
      <source>If it is an old one, reject its edits.</source>
      <translation>如是旧表，请不要采纳其中的改动。</translation>
    </message>
    <message>
      <source>If it is another one, reject it and enter that by hand.</source>
      <translation>若是另一家，不采纳，改为手工录入。</translation>
    </message>
    <message>
      <source>If it is another post, enter it by hand.</source>
      <translation>若是另一个职务，请手工录入。</translation>
    </message>
    <message>
      <source>If it is another's, choose its federation for this file above.</source>
      <translation>如是别的工商联的，请在上方为这个文件选择工商联。</translation>
    </message>
    <message>
      <source>If it is another's, name the federation with --federation.</source>
      <translation>如是别的工商联的，请用 --federation 指明。</translation>
    </message>
    <message>
      <source>If it is in another chamber, that one must say so.</source>
      <translation>若在别的商会，应由那家商会填报。</translation>
    </message>
    <message>
      <source>If it is none, reject what it brings.</source>
      <translation>如不是分类标题，请不要采纳由此带来的修改。</translation>
    </message>
    <message>
      <source>If it is one again, enter that by hand.</source>
      <translation>若重新入会，请手工录入。</translation>
    </message>
    <message>
      <source>If it is one known under another name, choose that one.</source>
      <translation>如是已有工商联的另一种叫法，请在上方选择那一个。</translation>
    </message>
    <message>
      <source>If it is one known under another name, correct the name in the file and take it in again.</source>
      <translation>如是已有商会的另一种叫法，请在文件里改正名称，再导入一次。</translation>
    </message>
    <message>
      <source>If it is one of them, reject the new one and enter what differs there.</source>
      <translation>如就是其中一个，请不要采纳新增的，把不同之处录入到已有的上面。</translation>
    </message>
    <message>
      <source>If it is one under another name, enter it there by hand.</source>
      <translation>若是会员改了名称，请在那家会员里手工录入。</translation>
    </message>
    <message>
      <source>If it is one under another name, enter the post by hand.</source>
      <translation>如是某个职务的另一种叫法，请手工录入任职。</translation>
    </message>
    <message>
      <source>If it is one under another name, enter who took part by hand.</source>
      <translation>若是会员用了别的名称，参加会员请手工录入。</translation>
    </message>
    <message>
      <source>If it is right, change it by hand.</source>
      <translation>若填得对，请手工修改。</translation>
    </message>
    <message>
      <source>If it is still wanted, enter it in the plan.</source>
      <translation>如果还要用，请在计划里录入。</translation>
    </message>
    <message>
      <source>If it is the right one, delete the first.</source>
      <translation>若这张才对，请删掉前一张。</translation>
    </message>
    <message>
      <source>If it is the same person, take the suggestion.</source>
      <translation>若是同一人，采纳建议即可。</translation>
    </message>
    <message>
      <source>If it is the same under a new name, take the suggestion.</source>
      <translation>若是同一家改了名称，采纳建议即可。</translation>
    </message>
    <message>
      <source>If it is to stay, do not take this edit.</source>
      <translation>如果要保留，请不要采纳这处改动。</translation>
    </message>
    <message>
      <source>If it is what the form asks, name the column “{label}” and take the file in again.</source>
      <translation>如果就是表里要的，把列名改成“{label}”，再导入一次。</translation>
    </message>
    <message>
      <source>If it is {date}, take the suggestion.</source>
      <translation>如是 {date}，请采纳建议。</translation>
    </message>
    <message>
      <source>If it leaves the federation, enter that on the members page.</source>
      <translation>若退出工商联，请在“会员”页录入。</translation>
    </message>
    <message>
      <source>If it matters, enter it by hand.</source>
      <translation>如有用，请手工录入。</translation>
    </message>
    <message>
      <source>If it matters, put it into the notes.</source>
      <translation>如有用，请写进备注。</translation>
    </message>
    <message>
      <source>If it matters, say what it holds, or rename the column and take the file in again.</source>
      <translation>如有用，请指明这一列是什么，或改列名后再导入一次。</translation>
    </message>
    <message>
      <source>If it was to be reported too, ask the chamber for it.</source>
      <translation>这张表也要报的，请商会补上。</translation>
    </message>
    <message>
      <source>If it was, take the suggestion; if not, type the unit too, as in 5亿元.</source>
      <translation>若是按元填的，采纳建议；若没填错，请连单位一起写，如 5亿元。</translation>
    </message>
    <message>
      <source>If nothing was done, the row stays empty.</source>
      <translation>没有开展的，整行留空。</translation>
    </message>
    <message>
      <source>If one has left or ended, ask for its day, or enter that by hand.</source>
      <translation>若有退会或卸任的，请问清日期，或者手工录入。</translation>
    </message>
    <message>
      <source>If one holds something to take in, enter it by hand.</source>
      <translation>里面要是有要报的内容，请手工录入。</translation>
    </message>
    <message>
      <source>If one is none, change its kind on the members page.</source>
      <translation>如有不对，请在会员页修改类型。</translation>
    </message>
    <message>
      <source>If one is the legal representative, enter it there.</source>
      <translation>如是法定代表人，请录入到那一栏。</translation>
    </message>
    <message>
      <source>If one is to be emptied, do it by hand.</source>
      <translation>若要清空，请手工清空。</translation>
    </message>
    <message>
      <source>If one of them is another now, change the member.</source>
      <translation>若已换人，请修改这家会员。</translation>
    </message>
    <message>
      <source>If one was renamed, give it its name back and take the file in again.</source>
      <translation>如果是改了名称，改回来再导入一次。</translation>
    </message>
    <message>
      <source>If only the number was wrong, reject it and change it by hand.</source>
      <translation>若只是届次填错，不采纳，改为手工修改。</translation>
    </message>
    <message>
      <source>If something was typed there, ask for it.</source>
      <translation>若那里填了内容，请对方补发。</translation>
    </message>
    <message>
      <source>If that ended on {day}, take the suggestion.</source>
      <translation>若同时于{day}卸任，采纳建议即可。</translation>
    </message>
    <message>
      <source>If that has ended, enter its last day.</source>
      <translation>如已卸任，请录入卸任日期。</translation>
    </message>
    <message>
      <source>If that is wrong, choose another year for this file above.</source>
      <translation>如果不对，请在本页上方为此文件另选“所属年度”。</translation>
    </message>
    <message>
      <source>If that is wrong, give it its name back.</source>
      <translation>不对的话，把名称改回来。</translation>
    </message>
    <message>
      <source>If that is wrong, reject the posts.</source>
      <translation>如不对，请不要采纳这些任职。</translation>
    </message>
    <message>
      <source>If that is wrong, reject the value.</source>
      <translation>若不对，不采纳这个值。</translation>
    </message>
    <message>
      <source>If that is wrong, reject them, or add a column with the kind.</source>
      <translation>如不对，请不要采纳，或在表里加一列类型。</translation>
    </message>
    <message>
      <source>If that is wrong, rename the column.</source>
      <translation>不对的话，改一下列名。</translation>
    </message>
    <message>
      <source>If that is wrong, say what its columns hold, or rename the column.</source>
      <translation>如不对，请指明各列是什么，或改列名。</translation>
    </message>
    <message>
      <source>If that is wrong, undo and take it in again with --year.</source>
      <translation>如果不对，请加 --year 指明年份重新导入；已经采纳的，先撤销。</translation>
    </message>
    <message>
      <source>If the code is another's, reject the edits.</source>
      <translation>如代码填错了，请不要采纳这些修改。</translation>
    </message>
    <message>
      <source>If the contact is another now, take the suggestion.</source>
      <translation>如联系人已换，请采纳建议。</translation>
    </message>
    <message>
      <source>If the day is right, report it in the period in which it lies.</source>
      <translation>若日期没错，请在所属的那一期填报。</translation>
    </message>
    <message>
      <source>If the earlier file was wrong, undo it or change the values by hand.</source>
      <translation>若前一份填错了，请撤销那一份，或者手工修改。</translation>
    </message>
    <message>
      <source>If the file is of that period all the same, name it with --period.</source>
      <translation>若确实是这一期的，请用 --period 指明。</translation>
    </message>
    <message>
      <source>If the file is of that period all the same, send the chamber a form of it, then take it in again.</source>
      <translation>若确实是这一期的，请先给这家商会下发这一期的填报表，再导入一次。</translation>
    </message>
    <message>
      <source>If their posts ended on {day}, take the suggestion.</source>
      <translation>若都于{day}卸任，采纳建议即可。</translation>
    </message>
    <message>
      <source>If these rows are old ones, reject what they bring.</source>
      <translation>如果这些是旧的，不采纳就行。</translation>
    </message>
    <message>
      <source>If they are not meant, reject what they change.</source>
      <translation>若不该算，不采纳它们改的内容。</translation>
    </message>
    <message>
      <source>If they are not wanted, reject their edits.</source>
      <translation>如不需要，请不要采纳由此带来的修改。</translation>
    </message>
    <message>
      <source>If they are the same, take the suggestion: all of it goes to “{held}”.</source>
      <translation>如是同一个，请采纳建议：都归到“{held}”。</translation>
    </message>
    <message>
      <source>If they are the same, take the suggestion: nothing new, the one held gets it.</source>
      <translation>若是同一次，采纳建议：不新增，并入原有的一条。</translation>
    </message>
    <message>
      <source>If they are the same, take the suggestion: nothing new, “{held}” gets it.</source>
      <translation>如是同一家，请采纳建议：不新增，都归到“{held}”。</translation>
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
      <source>If they were elected again on {day}, take the suggestion.</source>
      <translation>若都于{day}连任，采纳建议即可。</translation>
    </message>
    <message>
      <source>If this one is right, delete the other and take the file in again.</source>
      <translation>如果这张才对，删掉另一张，再导入一次。</translation>
    </message>
    <message>
      <source>If this one is right, take the suggestion.</source>
      <translation>如以此处为准，请采纳建议。</translation>
    </message>
    <message>
      <source>If {likely} is meant, type {likely}.</source>
      <translation>如果是 {likely}，请改填 {likely}。</translation>
    </message>
    <message>
      <source>If {number} is meant, take the suggestion.</source>
      <translation>如指 {number}，请采纳建议。</translation>
    </message>
    <message>
      <source>If {number} yuan are meant, take the suggestion.</source>
      <translation>如指 {number} 元，请采纳建议。</translation>
    </message>
    <message>
      <source>Industry</source>
      <translation>行业</translation>
    </message>
    <message>
      <source>It ends before it begins.</source>
      <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
      <source>It is not known what this form was sent with, perhaps because another computer sent it; it was compared with what is held now.</source>
      <translation>不知道这份填报表下发时填了什么（可能是别的电脑下发的），只与现有内容作了比较。</translation>
    </message>
    <message>
      <source>It is not known when the term of {name} ends. Enter when it began and its years first.</source>
      <translation>还不知道{name}本届哪天届满，请先填本届起始日期和任期。</translation>
    </message>
    <message>
      <source>It stays. If it did not take part, take the suggestion.</source>
      <translation>仍然保留。若没有参加，采纳建议即可。</translation>
    </message>
    <message>
      <source>It was taken as another activity; choose its kind on the ledger page.</source>
      <translation>暂作“其他活动”；请在台账页选择类型。</translation>
    </message>
    <message>
      <source>It would have left on {left}, before it joined on {joined}.</source>
      <translation>退会日期{left}早于入会日期{joined}。</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>工作任务</translation>
    </message>
    <message>
      <source>Items served</source>
      <translation>服务条目</translation>
    </message>
    <message>
      <source>Its titles name {told}, the form was sent for {period}.</source>
      <translation>标题写的是 {told}，下发的填报表是 {period} 的。</translation>
    </message>
    <message>
      <source>January</source>
      <translation>1月</translation>
    </message>
    <message>
      <source>Joined</source>
      <translation>入会</translation>
    </message>
    <message>
      <source>July</source>
      <translation>7月</translation>
    </message>
    <message>
      <source>June</source>
      <translation>6月</translation>
    </message>
    <message>
      <source>Keep and Go On to the &amp;Next</source>
      <translation>存好，录下一家(&amp;N)</translation>
    </message>
    <message>
      <source>Keep and Write Down the &amp;Next</source>
      <translation>存好，记下一条(&amp;N)</translation>
    </message>
    <message>
      <source>Keep the store on this computer's own disk, and copy backups to the share.</source>
      <translation>请把资料库放在本机硬盘上，备份再复制到网络共享。</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Kinds</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Known as</source>
      <translation>身份</translation>
    </message>
    <message>
      <source>Last period</source>
      <translation>上期</translation>
    </message>
    <message>
      <source>Later changes stand on some of these edits, which therefore cannot be undone: {titles}</source>
      <translation>其中有些改动，之后又有改动以其为基础，不能撤销：{titles}</translation>
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
      <source>Lead unit</source>
      <translation>牵头单位</translation>
    </message>
    <message>
      <source>Leave it once, with what is right, and take the file in again.</source>
      <translation>只留一处对的，再导入一次。</translation>
    </message>
    <message>
      <source>Leave one of them, with what is right, and take the file in again.</source>
      <translation>只留一列对的，再导入一次。</translation>
    </message>
    <message>
      <source>Leave such columns out of lists that are handed on.</source>
      <translation>转发名册时，请去掉这样的列。</translation>
    </message>
    <message>
      <source>Leave such columns out of what is handed on.</source>
      <translation>这样的列不要留在往外发的表里。</translation>
    </message>
    <message>
      <source>Ledger by month</source>
      <translation>台账：每月条数</translation>
    </message>
    <message>
      <source>Ledger of the year</source>
      <translation>全年台账</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>退会</translation>
    </message>
    <message>
      <source>Left before joining ({joined}). Check both days.</source>
      <translation>退会日期早于入会日期（{joined}），请核对。</translation>
    </message>
    <message>
      <source>Left out together with its wording for the paper. Undo brings both back.</source>
      <translation>已不刊登，见报文字一并去掉。撤销即可恢复。</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Lines of the form are not there: {names}. What they hold stays as it is.</source>
      <translation>缺这几项：{names}。系统里原有的内容不动。</translation>
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
      <source>Look at the old values before you take them.</source>
      <translation>采纳前请看一眼原来的值。</translation>
    </message>
    <message>
      <source>Look at what it would change: it may be older than what is held.</source>
      <translation>请逐项看要改的内容：可能比现有的旧。</translation>
    </message>
    <message>
      <source>Look the value up and enter it there.</source>
      <translation>请查实后录入。</translation>
    </message>
    <message>
      <source>Look whether a digit too many or another unit was typed.</source>
      <translation>请核对是不是多打了一位，或者单位填错了。</translation>
    </message>
    <message>
      <source>Look whether another office sent it. If the chamber is one here, send it its own form.</source>
      <translation>请看是不是别的单位下发的。若是这里的商会，请给它重新下发填报表。</translation>
    </message>
    <message>
      <source>Look whether it is another county's form, or take its chamber in first.</source>
      <translation>请看是不是外县的填报表；不是的，先录入这家商会。</translation>
    </message>
    <message>
      <source>Looking for duplicates</source>
      <translation>比对重复会员</translation>
    </message>
    <message>
      <source>Looking through the register …</source>
      <translation>正在比对名录……</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>缘由</translation>
    </message>
    <message>
      <source>Making a backup</source>
      <translation>正在备份</translation>
    </message>
    <message>
      <source>Mar&amp;ked Copy…</source>
      <translation>改正件(&amp;K)…</translation>
    </message>
    <message>
      <source>March</source>
      <translation>3月</translation>
    </message>
    <message>
      <source>Marked Copy</source>
      <translation>改正件</translation>
    </message>
    <message>
      <source>Marked Copy…</source>
      <translation>改正件…</translation>
    </message>
    <message>
      <source>May</source>
      <translation>5月</translation>
    </message>
    <message>
      <source>Mean completion</source>
      <translation>平均完成率</translation>
    </message>
    <message>
      <source>Mean completion of the measures that are to keep pace with the year or with milestones.</source>
      <translation>完成：按月或按节点推进的指标，完成率的平均数。</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Measured by “{layout}”.</source>
      <translation>按“{layout}”计。</translation>
    </message>
    <message>
      <source>Measured values or the search do not fit the records.</source>
      <translation>指标的计算结果或搜索索引与记录不符。</translation>
    </message>
    <message>
      <source>Measures in it</source>
      <translation>计入指标数</translation>
    </message>
    <message>
      <source>Member</source>
      <translation>会员</translation>
    </message>
    <message>
      <source>Member roster</source>
      <translation>会员名册</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>会员</translation>
    </message>
    <message>
      <source>Members now</source>
      <translation>在会</translation>
    </message>
    <message>
      <source>Merge them, or enter what differs by hand.</source>
      <translation>请合并重复的会员，或手工录入不同之处。</translation>
    </message>
    <message>
      <source>Merged {second} into {first}</source>
      <translation>已将{second}并入{first}</translation>
    </message>
    <message>
      <source>Milestone</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Milestone “{step}”: {item}</source>
      <translation>节点“{step}”：{item}</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>周一</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>月份</translation>
    </message>
    <message>
      <source>Months</source>
      <translation>月份</translation>
    </message>
    <message>
      <source>More cases are settled ({done}) than taken ({of}).</source>
      <translation>调处成功（{done}）多于受理（{of}）。</translation>
    </message>
    <message>
      <source>More problems are closed ({done}) than collected ({of}).</source>
      <translation>办结问题（{done}）多于归集问题（{of}）。</translation>
    </message>
    <message>
      <source>Moushi backup</source>
      <translation>谋实备份</translation>
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
      <source>Move &amp;Down</source>
      <translation>下移(&amp;D)</translation>
    </message>
    <message>
      <source>Move &amp;Up</source>
      <translation>上移(&amp;U)</translation>
    </message>
    <message>
      <source>Move Do&amp;wn</source>
      <translation>下移(&amp;W)</translation>
    </message>
    <message>
      <source>Move it to where it belongs in the plan, or leave it as it is.</source>
      <translation>请在计划里移到合适的地方，或保持原样。</translation>
    </message>
    <message>
      <source>Move the Store to This Folder</source>
      <translation>把资料库移到这个文件夹</translation>
    </message>
    <message>
      <source>Move the store to a folder that is not synchronised, and let the backups go there.</source>
      <translation>请把资料库移到不同步的文件夹；备份可以放在同步文件夹里。</translation>
    </message>
    <message>
      <source>Moved an item of {federation} in the article</source>
      <translation>移动稿件中{federation}的条目</translation>
    </message>
    <message>
      <source>Moved the section {federation}</source>
      <translation>移动单元：{federation}</translation>
    </message>
    <message>
      <source>Moved {count} parts of the plan</source>
      <translation>移动计划中的{count}处</translation>
    </message>
    <message>
      <source>Moved {record}</source>
      <translation>移动{record}</translation>
    </message>
    <message>
      <source>Moved {record}: {text}</source>
      <translation>移动{record}：{text}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name the chamber in a column or in the title, or enter the post by hand.</source>
      <translation>请在列里或标题里写明商会，或手工录入任职。</translation>
    </message>
    <message>
      <source>Name the federation with --federation, or rename it afterwards.</source>
      <translation>请用 --federation 指明工商联，或导入后再改名称。</translation>
    </message>
    <message>
      <source>Name the federation with --federation.</source>
      <translation>请用 --federation 指明工商联。</translation>
    </message>
    <message>
      <source>Name the period with --period, such as 2023-06.</source>
      <translation>请用 --period 指明时期，如 2023-06。</translation>
    </message>
    <message>
      <source>Name who else took part in the notes.</source>
      <translation>其他参加单位请写进备注。</translation>
    </message>
    <message>
      <source>New</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>New Four &amp;Goods Recognition…</source>
      <translation>新的四好认定(&amp;G)…</translation>
    </message>
    <message>
      <source>New Plan Article</source>
      <translation>新建计划稿件</translation>
    </message>
    <message>
      <source>New Pro&amp;gress Article</source>
      <translation>新建进展稿件(&amp;G)</translation>
    </message>
    <message>
      <source>New Progress Article</source>
      <translation>新建进展稿件</translation>
    </message>
    <message>
      <source>New article: {headline}</source>
      <translation>新建稿件：{headline}</translation>
    </message>
    <message>
      <source>New entry. Kind, chamber and place are as for the last one. Enter: next field; Ctrl+Enter: next entry.</source>
      <translation>新记录。类别、商会、地点沿用上一条。回车：下一项；Ctrl+回车：下一条。</translation>
    </message>
    <message>
      <source>New line: {field}</source>
      <translation>新的一行：{field}</translation>
    </message>
    <message>
      <source>New measure of “{item}”: {name}</source>
      <translation>“{item}”新增指标：{name}</translation>
    </message>
    <message>
      <source>New member. Kind, township, industry, chamber and joining date are as for the last one. Enter: next field; Ctrl+Enter: next member.</source>
      <translation>新会员。类别、乡镇街道、行业、商会、入会日期沿用上一家。回车：下一栏；Ctrl+回车：下一家。</translation>
    </message>
    <message>
      <source>New plan of {year} for {federation}</source>
      <translation>新建{federation} {year} 年计划</translation>
    </message>
    <message>
      <source>New post: {role} {name}</source>
      <translation>新增任职：{role}{name}</translation>
    </message>
    <message>
      <source>New {record}</source>
      <translation>新增{record}</translation>
    </message>
    <message>
      <source>New {record}: {name}</source>
      <translation>新增{record}：{name}</translation>
    </message>
    <message>
      <source>Next &amp;Unreported</source>
      <translation>下一个未填(&amp;U)</translation>
    </message>
    <message>
      <source>Next steps</source>
      <translation>下步打算</translation>
    </message>
    <message>
      <source>No Chinese typeface is installed, so that no page can be painted. Install one, for example the package fonts-noto-cjk, or 宋体 (SimSun), and try again.</source>
      <translation>没有安装中文字体，无法画出版面。请安装一种（如宋体，或软件包 fonts-noto-cjk）后重试。</translation>
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
      <source>No chamber is as looked for. Change the words or the filters above.</source>
      <translation>没有符合条件的商会，请改搜索词或筛选条件。</translation>
    </message>
    <message>
      <source>No chamber is due for renewal within a year, and every township has one.</source>
      <translation>一年内没有要换届的商会，乡镇都有商会。</translation>
    </message>
    <message>
      <source>No chamber is due for renewal within a year. The townships are still to be entered on the chambers page (Ctrl+3): then it is seen which of them have none.</source>
      <translation>一年内没有要换届的商会。乡镇还没有录入：请到“商会”页（Ctrl+3）录入，没有商会的乡镇就会列在这里。</translation>
    </message>
    <message>
      <source>No chamber yet. Add the first one.</source>
      <translation>还没有商会，请新增。</translation>
    </message>
    <message>
      <source>No chambers are entered yet. Enter them on the chambers page (Ctrl+3), or drop a list on the window to take it in.</source>
      <translation>还没有录入商会。请到“商会”页（Ctrl+3）录入，或把名单拖进窗口导入。</translation>
    </message>
    <message>
      <source>No change begins with “{text}”. Look up the changes and their ids with moushi history.</source>
      <translation>没有编号以“{text}”开头的改动。请用 moushi history 查看各次改动的编号。</translation>
    </message>
    <message>
      <source>No change fits. Search for other words, or show all changes.</source>
      <translation>没有符合的改动。换个词查找，或者显示全部改动。</translation>
    </message>
    <message>
      <source>No column names posts; by the title all are {role}.</source>
      <translation>没有职务列；按标题，都作“{role}”。</translation>
    </message>
    <message>
      <source>No entry is as looked for. Change the words or the filters above.</source>
      <translation>没有符合条件的记录，请改搜索词或上方的筛选。</translation>
    </message>
    <message>
      <source>No entry yet. Write the first one down.</source>
      <translation>还没有记录，请记第一条。</translation>
    </message>
    <message>
      <source>No findings</source>
      <translation>没有提醒</translation>
    </message>
    <message>
      <source>No form is chosen to be sent out. Choose one.</source>
      <translation>没有选要下发的表格，请选一份。</translation>
    </message>
    <message>
      <source>No form of {period} was sent to “{chamber}”.</source>
      <translation>没有给“{chamber}”下发过 {period} 的填报表。</translation>
    </message>
    <message>
      <source>No item of the plan of {year} has “{text}”.</source>
      <translation>{year}年计划里没有含“{text}”的条目。</translation>
    </message>
    <message>
      <source>No likely duplicates are left.</source>
      <translation>没有可能重复的会员了。</translation>
    </message>
    <message>
      <source>No member is as looked for. Change the words or the filters above.</source>
      <translation>没有符合条件的会员，请改搜索词或筛选条件。</translation>
    </message>
    <message>
      <source>No member is found by “{text}”. Enter the member first.</source>
      <translation>没有找到会员“{text}”，请先录入该会员。</translation>
    </message>
    <message>
      <source>No member yet. Add the first one.</source>
      <translation>还没有会员，请新增。</translation>
    </message>
    <message>
      <source>No month is to be reported yet: January is from the {day}th on.</source>
      <translation>还没到报送的时候：1月的进展从1月{day}日起列在这里。</translation>
    </message>
    <message>
      <source>No new officers: all posts end, and nobody is in office.</source>
      <translation>没有新一届任职人员：原任职全部到期，没有人在任。</translation>
    </message>
    <message>
      <source>No plan is in this text, only “{words}”.</source>
      <translation>文中没有计划内容，只有“{words}”。</translation>
    </message>
    <message>
      <source>No program on this computer opens {name}. Install one that does.</source>
      <translation>这台电脑没有能打开 {name} 的程序，请先装一个。</translation>
    </message>
    <message>
      <source>No return is as looked for. Change the words or the filter above.</source>
      <translation>没有这样的回执。换个词，或者改一下上面的筛选。</translation>
    </message>
    <message>
      <source>No target for {federation}</source>
      <translation>{federation}不设目标</translation>
    </message>
    <message>
      <source>No typeface on this machine has {characters}: boxes stand in their place. Install a face that has them, or write other characters.</source>
      <translation>本机没有一种字体有“{characters}”，版面上以方框代替。请安装有这些字的字体，或改用别的字。</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>Nobody is their own mentor. Choose another member.</source>
      <translation>导师不能是本人。请另选一位会员。</translation>
    </message>
    <message>
      <source>Nobody is their own mentor. Choose another mentor.</source>
      <translation>导师不能是本人。请另选一位导师。</translation>
    </message>
    <message>
      <source>None of the faces that the layout names for {roles} is installed: set in {face}.</source>
      <translation>版式为{roles}指定的字体都没有安装，改用{face}。</translation>
    </message>
    <message>
      <source>None of the form's tables was found in the workbook.</source>
      <translation>文件里找不到填报表的任何一张表。</translation>
    </message>
    <message>
      <source>None yet</source>
      <translation>还没有</translation>
    </message>
    <message>
      <source>None yet; type it in Settings</source>
      <translation>未填写，可在“设置”中填写</translation>
    </message>
    <message>
      <source>Not filled in yet</source>
      <translation>本期未填</translation>
    </message>
    <message>
      <source>Not finished</source>
      <translation>未办完</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>没有找到</translation>
    </message>
    <message>
      <source>Not grouped</source>
      <translation>不分组</translation>
    </message>
    <message>
      <source>Not printed: tick it above to word it</source>
      <translation>未刊登：在上面勾选后可改写</translation>
    </message>
    <message>
      <source>Not read: {columns}. What is chosen here is kept for files with the same header.</source>
      <translation>不读的列：{columns}。这里的选择会记住，表头相同的文件下次不再问。</translation>
    </message>
    <message>
      <source>Not received</source>
      <translation>未收</translation>
    </message>
    <message>
      <source>Not sent out yet ({count})</source>
      <translation>还没下发的（{count}家）</translation>
    </message>
    <message>
      <source>Not taken in: {file}</source>
      <translation>未导入：{file}</translation>
    </message>
    <message>
      <source>Not written: {count}.</source>
      <translation>没有写成的：{count}份。</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Nothing can be typed here.</source>
      <translation>这里不能填写。</translation>
    </message>
    <message>
      <source>Nothing can be typed here. What is worked out follows by itself; an item without a measure is reported in words, or gets a measure on the plan page.</source>
      <translation>这一格不能填。算出来的数会自己更新；没有指标的条目用文字报进展，或到计划页给它加指标。</translation>
    </message>
    <message>
      <source>Nothing can be written in the folder {folder}: it is read-only or belongs to somebody else. Choose another place.</source>
      <translation>文件夹 {folder} 无法写入：它是只读的，或属于他人。请另选位置。</translation>
    </message>
    <message>
      <source>Nothing has been changed yet. What you type and take in will be listed here.</source>
      <translation>还没有改动。今后录入的、导入的都会列在这里。</translation>
    </message>
    <message>
      <source>Nothing has changed since this version.</source>
      <translation>这一版送出后没有改动。</translation>
    </message>
    <message>
      <source>Nothing in {file} differs from the records.</source>
      <translation>{file} 与现有记录没有不同。</translation>
    </message>
    <message>
      <source>Nothing is due within 30 days.</source>
      <translation>30天内没有到期的事。</translation>
    </message>
    <message>
      <source>Nothing is overdue or behind schedule.</source>
      <translation>没有逾期或滞后的。</translation>
    </message>
    <message>
      <source>Nothing is to be done.</source>
      <translation>不用处理。</translation>
    </message>
    <message>
      <source>Nothing of this article was exported yet. What you export is listed here.</source>
      <translation>本稿件还没有导出过。导出的每一版都列在这里。</translation>
    </message>
    <message>
      <source>Nothing of this file is in force: there is nothing to undo.</source>
      <translation>这份文件没有还有效的改动，不用撤销。</translation>
    </message>
    <message>
      <source>Nothing was changed: the records are no longer as they were when this was prepared ({count} conflicts, first: {first}). Take the file in again and review it anew.</source>
      <translation>没有写入任何改动：列出改动以后，记录又变了（{count}处不符，第一处：{first}）。请重新导入，再看一遍。</translation>
    </message>
    <message>
      <source>Nothing was pasted: {count} cells could not be read. {faults} Mend them and paste again.</source>
      <translation>没有粘贴：{count}格读不懂。{faults}请改好后再粘贴。</translation>
    </message>
    <message>
      <source>Nothing was pasted: {lines} lines were copied, but only {rows} rows follow. Go to the first of their rows and paste again.</source>
      <translation>没有粘贴：复制了{lines}行，而这里往下只有{rows}行。请到该粘贴的第一行再粘贴。</translation>
    </message>
    <message>
      <source>Nothing was reported for {period}. Take in the chambers' returns or enter progress for this period, then try again.</source>
      <translation>{period}还没有报任何进展。请先导入商会回执或录入这个时期的进展，再试一次。</translation>
    </message>
    <message>
      <source>Nothing was sent out for this period yet. “Send Out…” makes a workbook for each chamber.</source>
      <translation>这一期还没有下发。点“下发填报表…”，给每家商会做一份填报表。</translation>
    </message>
    <message>
      <source>November</source>
      <translation>11月</translation>
    </message>
    <message>
      <source>Now and formerly</source>
      <translation>在会和退会</translation>
    </message>
    <message>
      <source>Number of items</source>
      <translation>条数</translation>
    </message>
    <message>
      <source>October</source>
      <translation>10月</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>总数</translation>
    </message>
    <message>
      <source>Of {name} come along: chambers {memberships}, posts {posts}, activities {activities}, pairs {pairs}, recognitions {ratings}. What both have is joined. Undo brings everything back.</source>
      <translation>{name}名下随之转入：商会{memberships}、任职{posts}、台账{activities}、结对{pairs}、认定{ratings}。两家都有的合为一条。撤销可全部恢复。</translation>
    </message>
    <message>
      <source>Only Due &amp;or Overdue</source>
      <translation>只看到期和逾期的(&amp;O)</translation>
    </message>
    <message>
      <source>Only an item that is unfinished and not carried over yet can be carried over.</source>
      <translation>只有未完成且尚未结转的条目才能结转。</translation>
    </message>
    <message>
      <source>Only {cumulative} in all is filled in. Earlier periods are missing, so it is not known how much belongs to this one, and nothing is added up.</source>
      <translation>只填了累计 {cumulative}。前面各期没有报全，分不清本期是多少，没有计入合计。</translation>
    </message>
    <message>
      <source>Open File</source>
      <translation>打开文件</translation>
    </message>
    <message>
      <source>Open Folder</source>
      <translation>打开文件夹</translation>
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
      <source>Open the Fo&amp;lder</source>
      <translation>打开文件夹(&amp;L)</translation>
    </message>
    <message>
      <source>Open the file in Excel or WPS, save it and take it in again, or type the text into the cell.</source>
      <translation>请用 Excel 或 WPS 打开文件，保存后重新导入，或直接在单元格里填写文字。</translation>
    </message>
    <message>
      <source>Open the file in Excel or WPS, save it and take it in again, or type the value into it.</source>
      <translation>请用 Excel 或 WPS 打开并保存一次，或者直接填上数值。</translation>
    </message>
    <message>
      <source>Open the plan again, then take the file in.</source>
      <translation>请先重新打开计划，再导入这份回执。</translation>
    </message>
    <message>
      <source>Open the store for writing and check it again, which makes them anew.</source>
      <translation>请关闭正在使用这个资料库的其他程序，再检查一次，就会自动重建。</translation>
    </message>
    <message>
      <source>Other member</source>
      <translation>结对会员</translation>
    </message>
    <message>
      <source>Overdue and behind</source>
      <translation>逾期和滞后</translation>
    </message>
    <message>
      <source>Overdue {count}</source>
      <translation>已逾期 {count}</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>概览</translation>
    </message>
    <message>
      <source>PDF documents</source>
      <translation>PDF 文档</translation>
    </message>
    <message>
      <source>Pairs: {count}</source>
      <translation>共{count}对</translation>
    </message>
    <message>
      <source>Paragraphs are not moved by a returned file. Move it in the plan.</source>
      <translation>导入修改稿不会移动段落。要移动，请在计划里移。</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>其中项</translation>
    </message>
    <message>
      <source>Party branch secretary</source>
      <translation>支部书记</translation>
    </message>
    <message>
      <source>Party group secretary</source>
      <translation>党组书记</translation>
    </message>
    <message>
      <source>Paste Cells (&amp;V)</source>
      <translation>粘贴单元格(&amp;V)</translation>
    </message>
    <message>
      <source>Paste the Rest</source>
      <translation>粘贴其余</translation>
    </message>
    <message>
      <source>Perhaps entered already on that day: {entry}</source>
      <translation>当天可能已记过：{entry}</translation>
    </message>
    <message>
      <source>Perhaps the same</source>
      <translation>可能是同一家</translation>
    </message>
    <message>
      <source>Perhaps there already: {links}</source>
      <translation>可能已有：{links}</translation>
    </message>
    <message>
      <source>Photos and papers</source>
      <translation>照片、材料</translation>
    </message>
    <message>
      <source>Photos, PDF, Word, Excel, WPS, each up to {most} MB: choose them, drop them here, or paste.</source>
      <translation>照片、PDF、Word、Excel、WPS，每个不超过{most} MB：可选取、拖到这里或粘贴。</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Picture {time}</source>
      <translation>图片{time}</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Plans of county federations of industry and commerce, as articles and sheets.</source>
      <translation>谋实：县级工商联的年度计划，一次录入，生成稿件和进展表。</translation>
    </message>
    <message>
      <source>Plans without a section</source>
      <translation>尚未列入稿件的计划</translation>
    </message>
    <message>
      <source>Plans, papers and tables</source>
      <translation>计划、文件和表格</translation>
    </message>
    <message>
      <source>Plots as &amp;Tables</source>
      <translation>图表显示为表格(&amp;T)</translation>
    </message>
    <message>
      <source>Post</source>
      <translation>职务</translation>
    </message>
    <message>
      <source>Pre&amp;vious Finding</source>
      <translation>上一条提醒(&amp;V)</translation>
    </message>
    <message>
      <source>Preparing the sample</source>
      <translation>正在准备示例</translation>
    </message>
    <message>
      <source>Preparing the undo</source>
      <translation>正在准备撤销</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print {headline}</source>
      <translation>打印《{headline}》</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>存在问题</translation>
    </message>
    <message>
      <source>Programmes of “{text}”: {line}</source>
      <translation>“{text}”的品牌活动：{line}</translation>
    </message>
    <message>
      <source>Progress by theme</source>
      <translation>各板块进展</translation>
    </message>
    <message>
      <source>Progress cleared: {count} cells</source>
      <translation>清除进展：{count}格</translation>
    </message>
    <message>
      <source>Progress in words</source>
      <translation>进展情况</translation>
    </message>
    <message>
      <source>Progress of the work</source>
      <translation>工作进度</translation>
    </message>
    <message>
      <source>Progress pasted: {count} cells</source>
      <translation>粘贴进展：{count}格</translation>
    </message>
    <message>
      <source>Put File Aside</source>
      <translation>移开有错的文件</translation>
    </message>
    <message>
      <source>Put an installed face first…</source>
      <translation>选一种已装的字体排在最前…</translation>
    </message>
    <message>
      <source>Put name and job into columns of their own, or enter it by hand.</source>
      <translation>请把单位和职务分成两列，或手工录入。</translation>
    </message>
    <message>
      <source>Q{quarter}</source>
      <translation>第{quarter}季度</translation>
    </message>
    <message>
      <source>R&amp;ow Above</source>
      <translation>上一行(&amp;O)</translation>
    </message>
    <message>
      <source>Rate</source>
      <translation>完成率</translation>
    </message>
    <message>
      <source>Re&amp;mind…</source>
      <translation>催报(&amp;M)…</translation>
    </message>
    <message>
      <source>Reached</source>
      <translation>累计完成</translation>
    </message>
    <message>
      <source>Read Again</source>
      <translation>重新读取</translation>
    </message>
    <message>
      <source>Read for the store before and not taken in: {files}.</source>
      <translation>换资料库前读取的文件没有导入：{files}。</translation>
    </message>
    <message>
      <source>Read them in Word or WPS, and change the text where they ask for it.</source>
      <translation>请在 Word 或 WPS 里看批注，需要改的改在正文里。</translation>
    </message>
    <message>
      <source>Read what the chamber says; nothing of it is taken in.</source>
      <translation>请看一下商会写了什么；这些不入库。</translation>
    </message>
    <message>
      <source>Reading files: {count}</source>
      <translation>正在读取文件：{count} 份</translation>
    </message>
    <message>
      <source>Reading {file}</source>
      <translation>正在读取 {file}</translation>
    </message>
    <message>
      <source>Reason: {reason}</source>
      <translation>原因：{reason}</translation>
    </message>
    <message>
      <source>Recalled: {count}. The files stay where they are; tell the chambers.</source>
      <translation>已撤回{count}份。文件还在原处，请告诉这些商会。</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>收到</translation>
    </message>
    <message>
      <source>Recognised as</source>
      <translation>认定名称</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>记录</translation>
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
      <source>Remind Chambers</source>
      <translation>催报</translation>
    </message>
    <message>
      <source>Remind…</source>
      <translation>催报…</translation>
    </message>
    <message>
      <source>Remove Section</source>
      <translation>移除单元</translation>
    </message>
    <message>
      <source>Removed the section {federation}</source>
      <translation>移除单元：{federation}</translation>
    </message>
    <message>
      <source>Renewal: {name}</source>
      <translation>{name}换届</translation>
    </message>
    <message>
      <source>Renewals and coverage</source>
      <translation>换届和建会</translation>
    </message>
    <message>
      <source>Renewed early: the term lasts to {ends}.</source>
      <translation>提前换届：本届到{ends}届满。</translation>
    </message>
    <message>
      <source>Renewed late: the term ended on {ends}.</source>
      <translation>逾期换届：本届已于{ends}届满。</translation>
    </message>
    <message>
      <source>Reported by the chambers' returns: the forms sent out ask these chambers, and what they report is added up.</source>
      <translation>由商会回执填报：下发填报表时问这些商会，收回后自动相加。</translation>
    </message>
    <message>
      <source>Reported by the chambers' returns: the forms sent out ask these chambers. What they report cannot be added up: enter the whole on the progress page.</source>
      <translation>由商会回执填报：下发填报表时问这些商会。各商会所报不能相加，总的进展请在进度页填写。</translation>
    </message>
    <message>
      <source>Reported total</source>
      <translation>报送累计</translation>
    </message>
    <message>
      <source>Restore a Backup</source>
      <translation>恢复备份</translation>
    </message>
    <message>
      <source>Restore a Backup…</source>
      <translation>恢复备份…</translation>
    </message>
    <message>
      <source>Restore from a File</source>
      <translation>从文件恢复</translation>
    </message>
    <message>
      <source>Restore the newest backup from before this, and tell who looks after Moushi.</source>
      <translation>请用出问题之前最新的备份恢复，并告诉维护程序的人。</translation>
    </message>
    <message>
      <source>Restored {backup} into {store}</source>
      <translation>已用备份 {backup} 恢复资料库 {store}</translation>
    </message>
    <message>
      <source>Restored {backup}. The damaged file lies beside it.</source>
      <translation>已恢复 {backup}。损坏的文件还留在旁边。</translation>
    </message>
    <message>
      <source>Restored {backup}. What was there before is among the backups.</source>
      <translation>已恢复{backup}。原来的内容在备份里。</translation>
    </message>
    <message>
      <source>Rows that hold nothing but a number were left out: {count}.</source>
      <translation>只有序号的空行略过，共 {count} 行。</translation>
    </message>
    <message>
      <source>Running term: number {number}, from {began} to {ends}; {state}</source>
      <translation>本届：第{number}届，{began}起，{ends}届满，{state}</translation>
    </message>
    <message>
      <source>Running term: number {number}; {state}</source>
      <translation>本届：第{number}届，{state}</translation>
    </message>
    <message>
      <source>S&amp;ort by This Column</source>
      <translation>按本列排序(&amp;O)</translation>
    </message>
    <message>
      <source>Sample text</source>
      <translation>示例文字</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>周六</translation>
    </message>
    <message>
      <source>Save All as One File</source>
      <translation>搬到另一台电脑：存成一个文件</translation>
    </message>
    <message>
      <source>Save Picture</source>
      <translation>存为图片</translation>
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
      <source>Saving all as one file</source>
      <translation>正在存成一个文件</translation>
    </message>
    <message>
      <source>Say as of which day the list is to be, such as 2024-6-30.</source>
      <translation>请填写截至哪一天，如 2024-6-30。</translation>
    </message>
    <message>
      <source>Say by which day the forms are asked back, such as 2024-6-25.</source>
      <translation>请写明哪一天前报回，例如 2024-6-25。</translation>
    </message>
    <message>
      <source>Say what its columns hold, or enter it by hand.</source>
      <translation>请指明各列是什么，或手工录入。</translation>
    </message>
    <message>
      <source>Say which column is “{meaning}”: the rows are known by it.</source>
      <translation>请指明哪一列是“{meaning}”，每一行靠它辨认。</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>序时进度</translation>
    </message>
    <message>
      <source>Schedule {share}</source>
      <translation>序时进度{share}</translation>
    </message>
    <message>
      <source>Secretary</source>
      <translation>秘书长</translation>
    </message>
    <message>
      <source>Section {federation}</source>
      <translation>单元 {federation}</translation>
    </message>
    <message>
      <source>Select two members in the list, with Ctrl or Shift, to merge them.</source>
      <translation>请按住Ctrl或Shift在列表中选中两家会员，再合并。</translation>
    </message>
    <message>
      <source>Selected ({count})</source>
      <translation>选中的（{count}家）</translation>
    </message>
    <message>
      <source>Send Out…</source>
      <translation>下发填报表…</translation>
    </message>
    <message>
      <source>Send “{other}” its own form and have it filled in there.</source>
      <translation>请给“{other}”下发它自己的填报表，在那份表上填。</translation>
    </message>
    <message>
      <source>Sent out</source>
      <translation>下发</translation>
    </message>
    <message>
      <source>Sent out {sent} · received {came} · to be mended {mend} · overdue {overdue}</source>
      <translation>下发 {sent} · 已收 {came} · 待修正 {mend} · 逾期 {overdue}</translation>
    </message>
    <message>
      <source>September</source>
      <translation>9月</translation>
    </message>
    <message>
      <source>Serves “{item}”?</source>
      <translation>服务“{item}”？</translation>
    </message>
    <message>
      <source>Set closer it is still {lines} over: cut words.</source>
      <translation>排紧仍超{lines}行，请删字。</translation>
    </message>
    <message>
      <source>Set wider it is still {lines} short: add words.</source>
      <translation>排松仍欠{lines}行，请添字。</translation>
    </message>
    <message>
      <source>Several changes begin with “{text}”. Look up their ids with moushi history and give more of it.</source>
      <translation>有几次改动的编号都以“{text}”开头。请用 moushi history 查看编号，多写几位。</translation>
    </message>
    <message>
      <source>Several columns are named “{name}” and say different things, so none of them was read.</source>
      <translation>有几列都叫“{name}”，内容又不一样，所以都没有导入。</translation>
    </message>
    <message>
      <source>Several members are found by “{text}”. Choose one from the list.</source>
      <translation>“{text}”对应多家会员，请从列表中选定。</translation>
    </message>
    <message>
      <source>Shared</source>
      <translation>相同之处</translation>
    </message>
    <message>
      <source>Sheets: {count}</source>
      <translation>共 {count} 张</translation>
    </message>
    <message>
      <source>Show &amp;Details</source>
      <translation>显示详情(&amp;D)</translation>
    </message>
    <message>
      <source>Show &amp;Folder</source>
      <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
      <source>Show &amp;by Days or as a List</source>
      <translation>切换月历和列表(&amp;B)</translation>
    </message>
    <message>
      <source>Show Again</source>
      <translation>重新显示</translation>
    </message>
    <message>
      <source>Show Folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <source>Show Those Who Have &amp;Left Too</source>
      <translation>连同已退会的(&amp;L)</translation>
    </message>
    <message>
      <source>Show as &amp;Table</source>
      <translation>显示为表格(&amp;T)</translation>
    </message>
    <message>
      <source>Show in Folder</source>
      <translation>打开所在文件夹</translation>
    </message>
    <message>
      <source>Show in the Plan</source>
      <translation>在计划中查看</translation>
    </message>
    <message>
      <source>Show the Newspaper Colum&amp;n</source>
      <translation>显示报样栏(&amp;N)</translation>
    </message>
    <message>
      <source>Show the other {count} edits</source>
      <translation>显示其余 {count} 处</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Something went wrong inside Moushi ({fault}). It stands in the log: save the log and send it to whoever looks after the program.</source>
      <translation>谋实内部出错（{fault}），已记入日志。请另存日志，交给维护程序的人。</translation>
    </message>
    <message>
      <source>Split the merged cell and type for each row its own number.</source>
      <translation>请取消合并，每一行各填各的数。</translation>
    </message>
    <message>
      <source>Split the merged cell if it was meant for the others too.</source>
      <translation>如果别的列也是这个内容，请取消合并后分别填。</translation>
    </message>
    <message>
      <source>Staff</source>
      <translation>人数</translation>
    </message>
    <message>
      <source>Standing</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Start Anew</source>
      <translation>重新填</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Still to be done</source>
      <translation>要办的事</translation>
    </message>
    <message>
      <source>Suggested measure: {measure}</source>
      <translation>建议指标：{measure}</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>周日</translation>
    </message>
    <message>
      <source>Table &amp;Before</source>
      <translation>上一张表(&amp;B)</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>采纳</translation>
    </message>
    <message>
      <source>Take &amp;In ({count})</source>
      <translation>导入 {count} 处(&amp;I)</translation>
    </message>
    <message>
      <source>Take All Su&amp;ggestions</source>
      <translation>采纳全部建议(&amp;G)</translation>
    </message>
    <message>
      <source>Take Back</source>
      <translation>撤销上一步</translation>
    </message>
    <message>
      <source>Take In &amp;Files…</source>
      <translation>收取文件(&amp;F)…</translation>
    </message>
    <message>
      <source>Take In All C&amp;lean Files</source>
      <translation>导入全部无误文件(&amp;L)</translation>
    </message>
    <message>
      <source>Take In All C&amp;lean Files ({count})</source>
      <translation>导入全部无冲突文件（{count}）(&amp;L)</translation>
    </message>
    <message>
      <source>Take In Files</source>
      <translation>导入文件</translation>
    </message>
    <message>
      <source>Take In Files…</source>
      <translation>收取文件…</translation>
    </message>
    <message>
      <source>Take In Returns</source>
      <translation>收取回执</translation>
    </message>
    <message>
      <source>Take In a Fol&amp;der…</source>
      <translation>收取文件夹(&amp;D)…</translation>
    </message>
    <message>
      <source>Take In a Folder of Returns</source>
      <translation>收取文件夹里的回执</translation>
    </message>
    <message>
      <source>Take In…</source>
      <translation>收取回执…</translation>
    </message>
    <message>
      <source>Take all of it? [y/N] </source>
      <translation>以上改动全部采纳吗？输入 y 采纳，直接回车不采纳：</translation>
    </message>
    <message>
      <source>Take in returns that came</source>
      <translation>收取回执</translation>
    </message>
    <message>
      <source>Take it in where it was exported, or copy its text into a new document and take that in.</source>
      <translation>请在导出它的资料库里导入；或把文字复制到新文档，再导入新文档。</translation>
    </message>
    <message>
      <source>Take the Su&amp;ggestion</source>
      <translation>采纳建议(&amp;G)</translation>
    </message>
    <message>
      <source>Take the Su&amp;ggestion Back</source>
      <translation>撤回建议(&amp;G)</translation>
    </message>
    <message>
      <source>Take the Suggested &amp;Measure</source>
      <translation>采纳建议指标(&amp;M)</translation>
    </message>
    <message>
      <source>Take this file's values only if it is the later one.</source>
      <translation>确认这一份是后报的，再采纳。</translation>
    </message>
    <message>
      <source>Take {measure}</source>
      <translation>采纳建议指标：{measure}</translation>
    </message>
    <message>
      <source>Taken in from {files} files; edits: {count}</source>
      <translation>已导入 {files} 份文件，共 {count} 处改动</translation>
    </message>
    <message>
      <source>Taken in from {file}; edits: {count}</source>
      <translation>已导入 {file}，共 {count} 处改动</translation>
    </message>
    <message>
      <source>Taken in: {count} edits (change {id})</source>
      <translation>已导入：{count}处改动（编号 {id}）</translation>
    </message>
    <message>
      <source>Taking in files: {count}</source>
      <translation>正在导入文件：{count} 份</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标值</translation>
    </message>
    <message>
      <source>Target of {federation}: {depth} mm</source>
      <translation>{federation}的目标：{depth}毫米</translation>
    </message>
    <message>
      <source>Target of {federation}: {lines} lines</source>
      <translation>{federation}的目标：{lines}行</translation>
    </message>
    <message>
      <source>Term</source>
      <translation>届次</translation>
    </message>
    <message>
      <source>Term state</source>
      <translation>届期</translation>
    </message>
    <message>
      <source>Term {number} is named, but no later day on which it began; term {held} is held.</source>
      <translation>填了第{number}届，没填新的换届日期；现为第{held}届。</translation>
    </message>
    <message>
      <source>Terms are counted from 1. Enter the number of the new term.</source>
      <translation>届次从1起。请填新一届的届次。</translation>
    </message>
    <message>
      <source>Text files</source>
      <translation>文本文件</translation>
    </message>
    <message>
      <source>That day is still to come.</source>
      <translation>这一天还没有到。</translation>
    </message>
    <message>
      <source>The Year by &amp;Month</source>
      <translation>全年按月查看(&amp;M)</translation>
    </message>
    <message>
      <source>The activity is no longer held; the row was left out: {text}</source>
      <translation>这次活动已不在台账里，这一行没有导入：{text}</translation>
    </message>
    <message>
      <source>The article of this version was deleted. Undo that to compare.</source>
      <translation>这一版的稿件已删除。撤销删除后才能对比。</translation>
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
      <source>The attachment {name} of {entry} is missing.</source>
      <translation>“{entry}”的附件 {name} 的文件不见了。</translation>
    </message>
    <message>
      <source>The attachment {name} of {entry} was altered.</source>
      <translation>“{entry}”的附件 {name} 的文件被改动过。</translation>
    </message>
    <message>
      <source>The backups could not be copied to {folder}: {reason}. The store stays where it is; free some space or choose another folder.</source>
      <translation>备份没能复制到 {folder}：{reason}。资料库仍在原处；请腾出空间，或另选文件夹。</translation>
    </message>
    <message>
      <source>The cell holds a formula without its result, so it was read as empty.</source>
      <translation>单元格里是公式，但文件没有保存计算结果，只能当作空白。</translation>
    </message>
    <message>
      <source>The cell holds a formula without its result.</source>
      <translation>单元格里是没有结果的公式。</translation>
    </message>
    <message>
      <source>The cell is merged with the ones above, so it is not sure whose number that is.</source>
      <translation>这个单元格和上面的合并了，说不准这个数是哪一行的。</translation>
    </message>
    <message>
      <source>The cell reaches over several columns; it was taken for “{field}” alone.</source>
      <translation>这个单元格跨了几列，只当作“{field}”导入。</translation>
    </message>
    <message>
      <source>The cell seems to hold an identity-card number, which is not kept; it was not read.</source>
      <translation>单元格里像是身份证号码，本程序不保存，没有读入。</translation>
    </message>
    <message>
      <source>The chamber is no longer asked about this; the row was left out: {text}</source>
      <translation>这一项已不要商会填报，这一行没有导入：{text}</translation>
    </message>
    <message>
      <source>The chamber “{name}” is new.</source>
      <translation>商会“{name}”是新的，将新增。</translation>
    </message>
    <message>
      <source>The chamber “{name}” is new; it is much like “{held}”, which is held.</source>
      <translation>商会“{name}”是新的，但与已有的“{held}”很像。</translation>
    </message>
    <message>
      <source>The chambers' returns are not added up here; type the office's own.</source>
      <translation>这里的商会回执不相加，请填写本单位的数。</translation>
    </message>
    <message>
      <source>The check character does not fit. Compare the code with the licence, character by character.</source>
      <translation>校验码不符，请对照执照逐字核对。</translation>
    </message>
    <message>
      <source>The column {name} has no heading and was not read; filled cells: {count}, such as {values}</source>
      <translation>{name} 列没有列名，没有导入；填了 {count} 格，如 {values}</translation>
    </message>
    <message>
      <source>The column “{column}” has no place in a plan and was left out: {values}</source>
      <translation>“{column}”一列在计划里没有对应的项，没有收入：{values}。</translation>
    </message>
    <message>
      <source>The column “{name}” asks in {unit}, the form in {other}, so it was not read.</source>
      <translation>“{name}”一列的单位是{unit}，表里是{other}，所以没有导入。</translation>
    </message>
    <message>
      <source>The column “{name}” is named like “{meaning}” but holds something else, so it was not read.</source>
      <translation>“{name}”一列的名称像“{meaning}”，内容却不像，所以没有导入。</translation>
    </message>
    <message>
      <source>The column “{name}” is no longer asked and was not read; filled cells: {count}, such as {values}</source>
      <translation>“{name}”一列现在不用报了，没有导入；填了 {count} 格，如 {values}</translation>
    </message>
    <message>
      <source>The column “{name}” is none of the form's and was not read; filled cells: {count}, such as {values}</source>
      <translation>“{name}”一列不是表里的，没有导入；填了 {count} 格，如 {values}</translation>
    </message>
    <message>
      <source>The column “{name}” is not needed and was not read.</source>
      <translation>“{name}”一列用不着，没有读入。</translation>
    </message>
    <message>
      <source>The column “{name}” is of another month than {period}, so it was not read.</source>
      <translation>“{name}”一列的月份与本期 {period} 不符，没有导入。</translation>
    </message>
    <message>
      <source>The column “{name}” may be several of the form's and was not read; filled cells: {count}, such as {values}</source>
      <translation>“{name}”一列说不准是表里的哪一列，没有导入；填了 {count} 格，如 {values}</translation>
    </message>
    <message>
      <source>The column “{name}” names a unit that the form does not; its numbers were read as they stand.</source>
      <translation>“{name}”一列写了单位，表里没有写；数照原样导入。</translation>
    </message>
    <message>
      <source>The column “{name}” was not read; filled cells: {count}, such as {values}</source>
      <translation>“{name}”一列没有读入，有内容的 {count} 格，如：{values}</translation>
    </message>
    <message>
      <source>The column “{name}” was taken as {meaning}, but its values do not look like it.</source>
      <translation>“{name}”一列按“{meaning}”读入，但内容看着不像。</translation>
    </message>
    <message>
      <source>The column “{name}” was taken as {meaning}, by a word of its name.</source>
      <translation>“{name}”一列按名称里的字眼作“{meaning}”读入。</translation>
    </message>
    <message>
      <source>The column “{name}” was taken as {meaning}, since its values look like it.</source>
      <translation>“{name}”一列按内容作“{meaning}”读入。</translation>
    </message>
    <message>
      <source>The columns take {wide} of {room} mm between the margins.</source>
      <translation>各栏共宽 {wide} 毫米，版心宽 {room} 毫米。</translation>
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
      <source>The enterprise is not kept with it.</source>
      <translation>所在企业不随之保存。</translation>
    </message>
    <message>
      <source>The faulty file is called {file} now.</source>
      <translation>有错的文件已改名为 {file}。</translation>
    </message>
    <message>
      <source>The federation has no name yet. Type the county, or the federation's name.</source>
      <translation>还没有工商联名称。请填写县（市、区），或者直接填写工商联名称。</translation>
    </message>
    <message>
      <source>The federation of this plan is no longer there. Choose another one above.</source>
      <translation>这份计划所属的工商联已经不在了。请在上方另选一个。</translation>
    </message>
    <message>
      <source>The federation “{name}” is new.</source>
      <translation>工商联“{name}”是新的，将新增。</translation>
    </message>
    <message>
      <source>The file does not say of which chamber it is.</source>
      <translation>文件没写明是哪家商会的。</translation>
    </message>
    <message>
      <source>The file does not say of which period it is.</source>
      <translation>文件没写明是哪一期的。</translation>
    </message>
    <message>
      <source>The file is damaged: {reason}</source>
      <translation>资料库文件已损坏：{reason}。</translation>
    </message>
    <message>
      <source>The file is named for {other}, but it holds what {chamber} reports.</source>
      <translation>文件名写的是{other}，里面是{chamber}的内容。</translation>
    </message>
    <message>
      <source>The file is of version {version} of the form “{name}”, newer than the one here; it was read as version {here}.</source>
      <translation>文件用的是“{name}”第 {version} 版，比这里的新；按第 {here} 版导入。</translation>
    </message>
    <message>
      <source>The file is of version {version} of the form “{name}”; its columns were taken as those of version {here}.</source>
      <translation>文件用的是“{name}”第 {version} 版，各列已对应到第 {here} 版。</translation>
    </message>
    <message>
      <source>The file names several federations itself.</source>
      <translation>文件里已写明多个工商联。</translation>
    </message>
    <message>
      <source>The file of the form “{title}” was not there any more and has been written again. To be rid of a form, delete it in the program.</source>
      <translation>表格“{title}”的文件不见了，已重新写出。不要的表格，请在程序里删除。</translation>
    </message>
    <message>
      <source>The file of the layout “{title}” was not there any more and has been written again. To be rid of a layout, delete it in the program.</source>
      <translation>版式“{title}”的文件不见了，已重新写出。不再需要的版式，请在程序里删除。</translation>
    </message>
    <message>
      <source>The file of {name} is missing. Copy the folder {folder} from the computer where it was attached to beside this store, or attach it again.</source>
      <translation>{name} 的文件不见了。请从当初添加它的电脑上把文件夹 {folder} 复制到资料库旁边，或重新添加。</translation>
    </message>
    <message>
      <source>The file of {name} is not as it was attached. Attach it again from where it came.</source>
      <translation>{name} 的文件被改动过，和添加时不一样。请用原来的文件重新添加。</translation>
    </message>
    <message>
      <source>The file that came: {file}</source>
      <translation>发来的文件：{file}</translation>
    </message>
    <message>
      <source>The file was exported from another store; none of its records are here.</source>
      <translation>这份文件是从另一个资料库导出的，这里没有它的任何记录。</translation>
    </message>
    <message>
      <source>The first {count} are listed.</source>
      <translation>只列出前 {count} 处。</translation>
    </message>
    <message>
      <source>The folder cannot be opened here. It is {folder}</source>
      <translation>这里打不开文件夹。它在 {folder}</translation>
    </message>
    <message>
      <source>The folder could not be shown. Open it in your file manager: {folder}</source>
      <translation>文件夹没能打开。请在文件管理器里打开：{folder}</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be made: {reason}. Choose another place.</source>
      <translation>建不了文件夹 {folder}：{reason}。请换个地方。</translation>
    </message>
    <message>
      <source>The folder {folder} does not exist. Create it or choose another place.</source>
      <translation>文件夹 {folder} 不存在。请先新建它，或另选位置。</translation>
    </message>
    <message>
      <source>The folder {folder} is no longer there.</source>
      <translation>文件夹 {folder} 不在了。</translation>
    </message>
    <message>
      <source>The folder {folder} is not there. Choose another one.</source>
      <translation>文件夹 {folder} 不存在，请另选一个。</translation>
    </message>
    <message>
      <source>The form is of {period}, not of {wanted}.</source>
      <translation>这份回执是 {period} 的，不是 {wanted} 的。</translation>
    </message>
    <message>
      <source>The form is one of “{chamber}”, which is not among the chambers.</source>
      <translation>这份回执是“{chamber}”的，商会名单里没有它。</translation>
    </message>
    <message>
      <source>The form was sent to a chamber that is not here; it names “{chamber}”.</source>
      <translation>这份填报表是发给别处商会的，这里没有；表上写的是“{chamber}”。</translation>
    </message>
    <message>
      <source>The form was sent to “{chamber}”, but “{other}” is written in it.</source>
      <translation>这份填报表是发给“{chamber}”的，里面写的却是“{other}”。</translation>
    </message>
    <message>
      <source>The form “{name}” is not known here, so it was not read.</source>
      <translation>这台电脑上没有“{name}”这份表格，没有导入。</translation>
    </message>
    <message>
      <source>The form “{title}” is not the same in the store and in its file. Both are kept: the one of the file is called “{other}” now.</source>
      <translation>表格“{title}”在资料库里和文件里不一样，两份都已保留：文件里的那份现在叫“{other}”。</translation>
    </message>
    <message>
      <source>The form “{title}” was changed in its file; it is used as it stands there.</source>
      <translation>表格“{title}”的文件改过了，现按文件里的用。</translation>
    </message>
    <message>
      <source>The form's file {file} cannot be used: {reason}. Mend the file, or put it aside.</source>
      <translation>表格文件 {file} 不能用：{reason}。请改好文件，或者把它移走。</translation>
    </message>
    <message>
      <source>The forms “{one}” and “{other}” both have a table “{table}”. Send only one of them.</source>
      <translation>“{one}”和“{other}”里都有“{table}”这张表，只能下发其中一份。</translation>
    </message>
    <message>
      <source>The hidden sheet by which a form is known is gone; the return was known by its content.</source>
      <translation>认表用的隐藏工作表不见了，是按内容认出来的。</translation>
    </message>
    <message>
      <source>The hidden sheet by which a form is known was altered; the return was known by its content.</source>
      <translation>认表用的隐藏工作表被改过，是按内容认出来的。</translation>
    </message>
    <message>
      <source>The history cannot be replayed after change {number}: {reason}</source>
      <translation>第{number}次改动以后的历史接不上：{reason}。</translation>
    </message>
    <message>
      <source>The kind above does not fit this code. Look which of the two is right.</source>
      <translation>上面的类别与此信用代码不符，请核对哪一个有误。</translation>
    </message>
    <message>
      <source>The layout file {file} cannot be used: {reason}. Mend the file, or put it aside.</source>
      <translation>版式文件 {file} 不能用：{reason}。请改好文件，或把它移开。</translation>
    </message>
    <message>
      <source>The layout is as it was when it was copied.</source>
      <translation>版式已恢复到复制时的样子。</translation>
    </message>
    <message>
      <source>The layout “{title}” is not the same in the store and in its file. Both are kept: the one of the file is called “{other}” now.</source>
      <translation>版式“{title}”在资料库里和文件里不一样，两份都已保留：文件里的那一份改名为“{other}”。</translation>
    </message>
    <message>
      <source>The layout “{title}” was changed in its file; it is used as it stands there.</source>
      <translation>版式“{title}”的文件改过了，现按文件使用。</translation>
    </message>
    <message>
      <source>The layout's faces lack {characters}: taken from {face}. Look at how they stand.</source>
      <translation>版式所用字体缺“{characters}”，这些字取自{face}，请看看效果。</translation>
    </message>
    <message>
      <source>The layout's file was changed by hand meanwhile and is shown as it stands there. “Take Back” brings back what you typed.</source>
      <translation>版式文件刚才在别处改过，现按文件显示。点“撤销上一步”可以找回您输入的内容。</translation>
    </message>
    <message>
      <source>The ledger of {year} has no entries yet. Enter them on the ledger page (Ctrl+5).</source>
      <translation>{year}年的台账还没有记录。请到“台账”页（Ctrl+5）记一条。</translation>
    </message>
    <message>
      <source>The list does not say whose it is; it was taken as that of “{name}”.</source>
      <translation>名册没有写明是哪个工商联的，按“{name}”的读入。</translation>
    </message>
    <message>
      <source>The list does not say whose it is; rows left out: {count}.</source>
      <translation>名册没有写明是哪个工商联的，{count} 行没有读入。</translation>
    </message>
    <message>
      <source>The list has {count} rows; Word is slow beyond {most}. Export it to Excel, or narrow it first.</source>
      <translation>名册有 {count} 行，超过 {most} 行 Word 会很慢。请导出为 Excel，或先缩小范围。</translation>
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
      <source>The member is no longer one of this chamber; the row was left out: {text}</source>
      <translation>已不是本会会员，这一行没有导入：{text}</translation>
    </message>
    <message>
      <source>The member leaves this chamber, but is in another one, and stays a member.</source>
      <translation>退出本会，但还在别的商会，仍是会员。</translation>
    </message>
    <message>
      <source>The member leaves this chamber, but is in another one, and stays a member. The reason is kept nowhere: {reason}</source>
      <translation>退出本会，但还在别的商会，仍是会员。退会原因没有保存：{reason}</translation>
    </message>
    <message>
      <source>The members are erased, but another program still reads {path}: close it, so that its log goes.</source>
      <translation>会员已抹去，但还有程序在读{path}。请关闭那个程序，以清掉其日志。</translation>
    </message>
    <message>
      <source>The name is a formula without its result, so the row was left out.</source>
      <translation>名称是没有保存计算结果的公式，这一行没有读入。</translation>
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
      <source>The people named were taken as contacts of their enterprises.</source>
      <translation>所列姓名作为企业联系人读入。</translation>
    </message>
    <message>
      <source>The period {period} is not in {year}. Name a period of that year, or another --year.</source>
      <translation>时期 {period} 不在{year}年。请写这一年里的时期，或改写 --year。</translation>
    </message>
    <message>
      <source>The plan is gone. Choose another place and try again.</source>
      <translation>这个计划已经不在了。请另选一处再试。</translation>
    </message>
    <message>
      <source>The plan of {last} fro&amp;m a file, copied</source>
      <translation>{last} 年计划的文件，照搬过来(&amp;M)</translation>
    </message>
    <message>
      <source>The plan of {last} is read and shown for review, then copied as the draft of {year}: dates one year on, nothing reached yet.</source>
      <translation>读取 {last} 年的计划，给您核对后照搬成 {year} 年的草稿：日期推后一年，进展从头开始。</translation>
    </message>
    <message>
      <source>The plan of {names} is closed: nothing can be typed. Open it again on the plan page.</source>
      <translation>{names}的计划已归档，不能填写。请先在计划页把状态改回来。</translation>
    </message>
    <message>
      <source>The plan of {year} has no items yet. Enter them on the plan page; they then stand here as rows.</source>
      <translation>{year}年的计划还没有工作条目。请到计划页录入，这里随即列出。</translation>
    </message>
    <message>
      <source>The plan of {year} has no items yet. Enter them on the plan page; what is due, late or unreported then stands here.</source>
      <translation>{year}年的计划还没有工作条目。请到“计划”页录入；到期的、滞后的、未报的就会列在这里。</translation>
    </message>
    <message>
      <source>The plan of {year} is closed; the row was left out.</source>
      <translation>{year}年计划已归档，这一行没有导入。</translation>
    </message>
    <message>
      <source>The plan of {year} “{heading}” is closed. Open it again before changing it.</source>
      <translation>{year}年的计划“{heading}”已归档，不能修改。请先在计划页把状态改回来。</translation>
    </message>
    <message>
      <source>The plan, official paper or task table of {year} is read and shown for review first.</source>
      <translation>读取 {year} 年的计划、工作要点或任务分解表，先给您核对。</translation>
    </message>
    <message>
      <source>The plans of {year}</source>
      <translation>{year} 年的计划</translation>
    </message>
    <message>
      <source>The post is no longer held; the row was left out: {text}</source>
      <translation>这个任职已不在了，这一行没有导入：{text}</translation>
    </message>
    <message>
      <source>The post is that of the member “{firm}”; “{name}” is neither its contact nor its legal representative.</source>
      <translation>任职记在会员“{firm}”名下；“{name}”既不是它的联系人，也不是法定代表人。</translation>
    </message>
    <message>
      <source>The post would end on {end}, before it began on {begin}.</source>
      <translation>卸任日期{end}早于任职日期{begin}。</translation>
    </message>
    <message>
      <source>The preferences could not be saved in {folder}: {reason}. They hold until Moushi is closed.</source>
      <translation>设置无法保存到 {folder}：{reason}。本次仍然有效，关闭谋实后恢复原样。</translation>
    </message>
    <message>
      <source>The printer takes nothing. See that it is on, or choose another, and try again.</source>
      <translation>打印机没有响应。请检查是否开机，或换一台打印机再试。</translation>
    </message>
    <message>
      <source>The program's own files are missing: {path}. Install Moushi again.</source>
      <translation>程序自带的文件缺失：{path}。请重新安装谋实。</translation>
    </message>
    <message>
      <source>The records have changed since “{file}” was read, so it was compared with them anew. Look through it once more, then take it in.</source>
      <translation>“{file}”读取之后记录又有改动，已重新对照。请再看一遍，然后导入。</translation>
    </message>
    <message>
      <source>The row has no date, so it was left out.</source>
      <translation>这一行没有日期，没有读入。</translation>
    </message>
    <message>
      <source>The row has no day or no kind, so it was left out: {text}</source>
      <translation>这一行没有日期或类型，没有导入：{text}</translation>
    </message>
    <message>
      <source>The row holds nothing in the columns that are read: {text}</source>
      <translation>这一行在读入的各列里没有内容：{text}</translation>
    </message>
    <message>
      <source>The row is about nothing that was asked, so it was left out: {text}</source>
      <translation>这一行不是要求填报的内容，没有导入：{text}</translation>
    </message>
    <message>
      <source>The row is about the same as {place}.</source>
      <translation>这一行与 {place} 说的是同一项。</translation>
    </message>
    <message>
      <source>The row is about the same member as {place}.</source>
      <translation>这一行与 {place} 是同一家会员。</translation>
    </message>
    <message>
      <source>The row is about the same new member as {place}.</source>
      <translation>这一行与 {place} 是同一家新会员。</translation>
    </message>
    <message>
      <source>The row may be any of {count} posts; it was left out.</source>
      <translation>这一行可能是 {count} 个任职中的任何一个，没有导入。</translation>
    </message>
    <message>
      <source>The row names no chamber, so it was left out.</source>
      <translation>这一行没有商会名称，没有读入。</translation>
    </message>
    <message>
      <source>The row names no post, so it was left out: {text}</source>
      <translation>这一行没有职务，没有导入：{text}</translation>
    </message>
    <message>
      <source>The row names nobody, so it was left out: {text}</source>
      <translation>这一行没有名称或姓名，没有读入：{text}</translation>
    </message>
    <message>
      <source>The row says the same as {place}; it was taken once.</source>
      <translation>这一行与 {place} 相同，只读入一次。</translation>
    </message>
    <message>
      <source>The running term is changed in the fields below it.</source>
      <translation>本届的内容在下面各栏里改。</translation>
    </message>
    <message>
      <source>The sheet has no columns of a task table and was left out.</source>
      <translation>这张工作表没有任务分解表的列名，没有收入。</translation>
    </message>
    <message>
      <source>The sheet “{name}” has no columns of a list and was left out.</source>
      <translation>工作表“{name}”不像名册，没有读入。</translation>
    </message>
    <message>
      <source>The sheet “{name}” holds no table of the form and was left out: {texts}</source>
      <translation>工作表“{name}”里没有这份表的内容，没有导入：{texts}</translation>
    </message>
    <message>
      <source>The sheet “{name}” is hidden; it was read too.</source>
      <translation>工作表“{name}”是隐藏的，也读入了。</translation>
    </message>
    <message>
      <source>The store is open for reading only: nothing can be attached.</source>
      <translation>资料库以只读方式打开，不能添加附件。</translation>
    </message>
    <message>
      <source>The store is open for reading only: nothing can be sent out or taken in.</source>
      <translation>资料库以只读方式打开，不能下发，也不能导入。</translation>
    </message>
    <message>
      <source>The store is open for reading only: nothing can be typed.</source>
      <translation>资料库以只读方式打开，这里不能填写。</translation>
    </message>
    <message>
      <source>The store lies in {new} now. The file {old} stays there as a copy; delete it when you no longer need it.</source>
      <translation>资料库现在位于 {new}。原来的文件 {old} 留作副本，不需要时可以删除。</translation>
    </message>
    <message>
      <source>The store lies on a network share: work is slower, and a lost connection can harm it.</source>
      <translation>资料库放在网络共享上：速度慢，断网时可能损坏。</translation>
    </message>
    <message>
      <source>The table has no rows.</source>
      <translation>表里没有内容。</translation>
    </message>
    <message>
      <source>The table “{table}” goes on here; both were read.</source>
      <translation>“{table}”在这里接着写，两处都导入了。</translation>
    </message>
    <message>
      <source>The table “{table}” is here once more; the one on the sheet “{sheet}” was read.</source>
      <translation>这里又有一张“{table}”，导入的是工作表“{sheet}”里的那张。</translation>
    </message>
    <message>
      <source>The table “{table}” that was sent is not there.</source>
      <translation>下发的“{table}”不见了。</translation>
    </message>
    <message>
      <source>The table “{table}”, sent with {count} rows, did not come back; nothing of it changes.</source>
      <translation>“{table}”下发时有 {count} 行，没有收回；其中内容不变。</translation>
    </message>
    <message>
      <source>The target was not kept: {reason}</source>
      <translation>目标没有保存：{reason}</translation>
    </message>
    <message>
      <source>The term before ended on {ended}; this one ends after that day.</source>
      <translation>上一届{ended}才结束，换届日期应在这之后。</translation>
    </message>
    <message>
      <source>The term before was number {number}.</source>
      <translation>上一届是第{number}届。</translation>
    </message>
    <message>
      <source>The term began on {began}; the congress that ends it comes after that day.</source>
      <translation>本届从{began}开始，换届日期应在这之后。</translation>
    </message>
    <message>
      <source>The term is extended to {until} already, and a term is extended only once. Hold the congress, and enter the renewal.</source>
      <translation>本届已延期至{until}，一届只能延期一次。请换届后录入换届。</translation>
    </message>
    <message>
      <source>The term is extended to {until} already, and a term is extended only once. Was that day wrong, clear it first, then enter the right one.</source>
      <translation>本届已延期至{until}，一届只能延期一次。原来填错的，先清空，再填对的日期。</translation>
    </message>
    <message>
      <source>The term is renewed, but {count} officers of the old term are not in the list: {names}</source>
      <translation>已换届，上届有 {count} 人不在名单里：{names}</translation>
    </message>
    <message>
      <source>The term is renewed, but {count} officers stand as before: {names}</source>
      <translation>已换届，有 {count} 人照旧列着：{names}</translation>
    </message>
    <message>
      <source>The term lasts to {end} anyhow. An extension ends after that day.</source>
      <translation>本届本来就到{end}，延期应在这之后。</translation>
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
      <source>The text of this version is not kept. Open its file to see what was sent.</source>
      <translation>没有保存这一版的文字。请打开文件查看送出的内容。</translation>
    </message>
    <message>
      <source>The text “{before}▯{after}” holds a control character (U+{code}, shown as ▯) that Word cannot keep. Delete it there and export again.</source>
      <translation>“{before}▯{after}”这段文字里有 Word 无法保存的控制字符（U+{code}，以▯表示）。请在原处删去，再导出。</translation>
    </message>
    <message>
      <source>The theme is gone. Choose another place and try again.</source>
      <translation>这个板块已经不在了。请另选一处再试。</translation>
    </message>
    <message>
      <source>The total is below zero ({number}). A correction may be; see whether its sign is right.</source>
      <translation>累计为负数（{number}）。更正时可以填负数，请核对正负号。</translation>
    </message>
    <message>
      <source>The township “{name}” is new.</source>
      <translation>乡镇“{name}”是新的，将新增。</translation>
    </message>
    <message>
      <source>The two members chosen.</source>
      <translation>选定的两家会员。</translation>
    </message>
    <message>
      <source>The unit of this row was changed, so it is not sure what “{text}” is.</source>
      <translation>这一行的单位改动过，说不准“{text}”是多少。</translation>
    </message>
    <message>
      <source>The whole text is copied, {count} characters. Paste it into the chat.</source>
      <translation>全文已复制，共 {count} 字，可粘贴到聊天窗口。</translation>
    </message>
    <message>
      <source>The workbook cannot be marked: it is damaged, locked or too large. Send the list of what is to be mended instead.</source>
      <translation>这个文件标不上：文件损坏、加了密码或者太大。请改为把修改清单发给商会。</translation>
    </message>
    <message>
      <source>The workbook holds hidden sheets of several returns: {names}.</source>
      <translation>一个文件里有好几份回执的隐藏工作表：{names}。</translation>
    </message>
    <message>
      <source>The year: schedule and completion</source>
      <translation>全年进度：序时与完成</translation>
    </message>
    <message>
      <source>The {record} still has what hangs on it ({child}). Delete that together with it.</source>
      <translation>这个{record}下面还有{child}，不能单独删除。请连同它们一起删除。</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>板块</translation>
    </message>
    <message>
      <source>There are no chambers yet. Enter them on the chambers page, or drop a list of them on the window; they then stand here, to be sent forms.</source>
      <translation>还没有商会。请在商会页录入，或者把商会名单拖到窗口里；之后商会就列在这里，可以下发填报表。</translation>
    </message>
    <message>
      <source>There are no own forms yet. Copy one first.</source>
      <translation>还没有自己的表格。请先复制一份。</translation>
    </message>
    <message>
      <source>There is a plan of “{name}” for {year} already, and little of it is in this text. The text is added to it; nothing of the plan is taken away.</source>
      <translation>“{name}”{year}年的计划已经有了，而文中与它相同的内容很少。文中内容将追加进去，原计划一条也不删。</translation>
    </message>
    <message>
      <source>There is a {name} in {folder} already. Choose another folder, or open that store.</source>
      <translation>{folder} 里已经有 {name}。请另选文件夹，或者直接打开那个资料库。</translation>
    </message>
    <message>
      <source>There is neither a file nor a picture to paste. Copy one first, then try again.</source>
      <translation>剪贴板里没有文件或图片，请先复制再粘贴。</translation>
    </message>
    <message>
      <source>There is no article for {year} yet.

An article is what goes to the paper: a title block, then the plans section by section. It takes the plans' words as they stand; you choose and order the items and may word them anew for the paper, and no plan changes by it.

A new article begins with all of the plans in view.</source>
      <translation>{year}年还没有稿件。

稿件是送报社的文章：前面是题头，后面每份计划一个单元。文字取自计划；可以挑选条目、调整顺序、为见报改写，计划本身不变。

新稿件先列入当前的全部计划。</translation>
    </message>
    <message>
      <source>There is no article for {year}. Take one in, or leave out its name.</source>
      <translation>没有{year}年的稿件。请先导入稿件；或不指明是哪一篇，直接导出计划。</translation>
    </message>
    <message>
      <source>There is no chamber that can be asked.</source>
      <translation>现在没有可以问的商会。</translation>
    </message>
    <message>
      <source>There is no chamber to send forms to. Enter the chambers first.</source>
      <translation>还没有商会，表没有地方可发。请先录入商会。</translation>
    </message>
    <message>
      <source>There is no chamber “{name}”. Chambers there are: {names}.</source>
      <translation>没有叫“{name}”的商会，现有：{names}。</translation>
    </message>
    <message>
      <source>There is no chamber “{name}”. Choose one of the list, or enter it among the chambers first.</source>
      <translation>没有商会“{name}”。请从列表中选择，或先到商会页录入。</translation>
    </message>
    <message>
      <source>There is no chamber “{name}”. Near to it are: {names}.</source>
      <translation>没有叫“{name}”的商会，相近的有：{names}。</translation>
    </message>
    <message>
      <source>There is no change {id}. Look up the changes and their ids with moushi history.</source>
      <translation>没有编号为 {id} 的改动。请用 moushi history 查看各次改动的编号。</translation>
    </message>
    <message>
      <source>There is no form “{name}” any more.</source>
      <translation>表格“{name}”已经没有了。</translation>
    </message>
    <message>
      <source>There is no form “{name}”. Choose one of: {names}.</source>
      <translation>没有表格“{name}”。可以选的有：{names}。</translation>
    </message>
    <message>
      <source>There is no layout “{name}” any more.</source>
      <translation>版式“{name}”已经没有了。</translation>
    </message>
    <message>
      <source>There is no layout “{name}”. Choose one of: {names}.</source>
      <translation>没有名为“{name}”的版式。可用的有：{names}。</translation>
    </message>
    <message>
      <source>There is no plan for {year} yet, and an article is made of plans.

Enter a plan on the plan page (Ctrl+2) or take one in (Ctrl+I) first, then come back here.</source>
      <translation>{year}年还没有计划，稿件由计划编成。

请先在计划页录入（Ctrl+2）或导入计划（Ctrl+I），再回到这里。</translation>
    </message>
    <message>
      <source>There is no plan for {year} yet. Enter one on the plan page, or drop the paper or the task table on the window to take it in. Its items then stand here as rows.</source>
      <translation>还没有{year}年的计划。请到计划页录入，或把工作要点、任务分解表拖到窗口上导入，这里随即列出各条。</translation>
    </message>
    <message>
      <source>There is no plan for {year} yet. Enter one on the plan page, or drop the paper or the task table on the window to take it in. What is due, late or unreported then stands here.</source>
      <translation>{year}年还没有计划。请到“计划”页录入，或把文件、任务分解表拖进窗口导入；到期的、滞后的、未报的就会列在这里。</translation>
    </message>
    <message>
      <source>There is no plan for {year}. Choose a federation above to begin one.</source>
      <translation>{year}年还没有计划。先在上方选定工商联，就可以开始。</translation>
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
      <source>There is no room left on the disk of {path}. Free some space and try again; nothing was changed.</source>
      <translation>{path} 所在的磁盘已满。请腾出空间再试；没有任何改动。</translation>
    </message>
    <message>
      <source>There is no store {path}. Give the name of one, or open it for writing.</source>
      <translation>没有资料库 {path}。请检查文件名和文件夹；要新建，请以可写方式打开。</translation>
    </message>
    <message>
      <source>There is no terminal to ask at. Add --yes to take all edits, or --dry-run to see them only.</source>
      <translation>这里无法逐个询问。请加 --yes 全部采纳，或加 --dry-run 只看不写。</translation>
    </message>
    <message>
      <source>There is no text to paste. Copy the text of the page or paper first, then try again.</source>
      <translation>没有可以粘贴的文字。先复制版面或文件的文字，再试一次。</translation>
    </message>
    <message>
      <source>There is nothing to apply: no edit is left. Take at least one, or close the review.</source>
      <translation>没有选中任何改动。请至少选一处，或关闭核对。</translation>
    </message>
    <message>
      <source>There is nothing to choose.</source>
      <translation>没有要选择的列。</translation>
    </message>
    <message>
      <source>There is nothing to list as of {day}. Enter it first, or choose another day or list.</source>
      <translation>截至 {day} 没有可列的内容。请先录入，或换一个日期、换一种名册。</translation>
    </message>
    <message>
      <source>There is nothing to redo.</source>
      <translation>没有可以重做的。</translation>
    </message>
    <message>
      <source>There is nothing to review.</source>
      <translation>没有要核对的内容。</translation>
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
      <source>This attachment has no valid checksum. Delete it and attach the file again.</source>
      <translation>这个附件的校验值无效，请取下后重新添加文件。</translation>
    </message>
    <message>
      <source>This column is not typed, so “{text}” has no place there.</source>
      <translation>这一列不能填写，“{text}”没有放处。</translation>
    </message>
    <message>
      <source>This entry names no chamber. Choose one in its form.</source>
      <translation>这条记录没有写商会，请在表单里选一个。</translation>
    </message>
    <message>
      <source>This file has errors and cannot be taken in. Mend them as the findings say.</source>
      <translation>此文件有错误，不能导入。请按提醒改正后再导入。</translation>
    </message>
    <message>
      <source>This folder is synchronised by {service}, which can damage an open store.</source>
      <translation>这个文件夹由 {service} 同步，正在使用的资料库可能因此损坏。</translation>
    </message>
    <message>
      <source>This is no longer there; it was deleted meanwhile. Go on with what is shown now.</source>
      <translation>该内容已被删除。请按现在显示的内容继续。</translation>
    </message>
    <message>
      <source>This is the sample: try whatever you like in it. Your own store is as it was.</source>
      <translation>这是示例，可以随意试用。您自己的资料库没有变动。</translation>
    </message>
    <message>
      <source>This layout belongs to the program and stays as it is. Copy it to change the copy.</source>
      <translation>这是程序自带的版式，不能改动。复制一份，就可以改那一份。</translation>
    </message>
    <message>
      <source>This machine has no program for {file}.</source>
      <translation>本机没有能打开 {file} 的程序。</translation>
    </message>
    <message>
      <source>This must not be empty. Type a value.</source>
      <translation>这里不能空着，请填写。</translation>
    </message>
    <message>
      <source>This number is {counted}. To change it, correct the records that it counts; the details (F4) list them.</source>
      <translation>此处数字{counted}，不用填写。要改动，请更正所计的记录；详情（F4）列有这些记录。</translation>
    </message>
    <message>
      <source>This one is</source>
      <translation>本会员是</translation>
    </message>
    <message>
      <source>This period</source>
      <translation>本期</translation>
    </message>
    <message>
      <source>This record is not on any page: it may have been deleted since.</source>
      <translation>哪一页上都没有这条记录，可能后来删除了。</translation>
    </message>
    <message>
      <source>This section has no target to fill. Give it one first, such as 60行.</source>
      <translation>这个单元还没有目标。请先填目标，如60行。</translation>
    </message>
    <message>
      <source>This store is open for reading only, and forms belong to it.</source>
      <translation>资料库是只读打开的，表格存在资料库里，现在不能改。</translation>
    </message>
    <message>
      <source>This store is open for reading only, and layouts belong to it.</source>
      <translation>资料库以只读方式打开，版式保存在其中，不能改动。</translation>
    </message>
    <message>
      <source>This store is open for reading only, so it cannot be noted what is sent out. Open the store for writing.</source>
      <translation>资料库是只读打开的，下发记不下来。请以可修改的方式打开后再下发。</translation>
    </message>
    <message>
      <source>This store is open for reading only, so it cannot be noted who takes personal data out. Take away the ticks for telephone numbers and years of birth, or open the store for writing.</source>
      <translation>资料库以只读方式打开，无法登记个人信息的导出。请去掉联系电话和出生年份的勾选，或以可写方式打开资料库。</translation>
    </message>
    <message>
      <source>This suggestion does not fit beside the one already taken. Take that one back first.</source>
      <translation>这条建议与已采纳的建议冲突，请先撤回那一条。</translation>
    </message>
    <message>
      <source>This was not sent out, so it cannot be recalled.</source>
      <translation>这份没有下发过，不用撤回。</translation>
    </message>
    <message>
      <source>This was recalled or sent anew already. Look at the newest one.</source>
      <translation>这份已经撤回，或者已经重新下发，请看最新的一份。</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>周四</translation>
    </message>
    <message>
      <source>Tick at least one form.</source>
      <translation>请至少勾选一份表格。</translation>
    </message>
    <message>
      <source>To</source>
      <translation>止</translation>
    </message>
    <message>
      <source>To be decided: {count}</source>
      <translation>待处理：{count}</translation>
    </message>
    <message>
      <source>To close the old term with its posts, enter the renewal on the chambers page instead.</source>
      <translation>如要结束上一届及其任职，请在商会页录入换届。</translation>
    </message>
    <message>
      <source>To enter it as a member who took part, take the suggestion; else take in the member list first.</source>
      <translation>如要作为会员新增并记为参加，请采纳建议；否则请先导入会员名册。</translation>
    </message>
    <message>
      <source>To&amp;wnships</source>
      <translation>乡镇街道(&amp;W)</translation>
    </message>
    <message>
      <source>To&amp;wnships ({count} without a chamber)</source>
      <translation>乡镇街道，{count}个无商会(&amp;W)</translation>
    </message>
    <message>
      <source>Today {time}</source>
      <translation>今天 {time}</translation>
    </message>
    <message>
      <source>Took in {file}</source>
      <translation>导入 {file}</translation>
    </message>
    <message>
      <source>Totals are counted by the program.</source>
      <translation>合计由程序统计。</translation>
    </message>
    <message>
      <source>Totals that differ</source>
      <translation>累计不一致</translation>
    </message>
    <message>
      <source>Township</source>
      <translation>乡镇街道</translation>
    </message>
    <message>
      <source>Townships</source>
      <translation>乡镇街道</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>周二</translation>
    </message>
    <message>
      <source>Two columns are “{meaning}”. Only one can be: choose another for one of them.</source>
      <translation>有两列都是“{meaning}”，只能有一列：请改选其中一列。</translation>
    </message>
    <message>
      <source>Type above it what it holds, as the form names it, and take the file in again.</source>
      <translation>在上面补上表里的列名，再导入一次。</translation>
    </message>
    <message>
      <source>Type above them what they hold, as the form names it, and take the file in again.</source>
      <translation>在上面补上表里的列名，再导入一次。</translation>
    </message>
    <message>
      <source>Type here to add…</source>
      <translation>在这里输入，新增一条…</translation>
    </message>
    <message>
      <source>Type it anew.</source>
      <translation>请重新填写。</translation>
    </message>
    <message>
      <source>Type it with a percent sign, for example 85%.</source>
      <translation>请带百分号填写，例如 85%。</translation>
    </message>
    <message>
      <source>Type the full name.</source>
      <translation>请填写全称。</translation>
    </message>
    <message>
      <source>Type the number alone, for example 12.5.</source>
      <translation>请只填数字，例如 12.5。</translation>
    </message>
    <message>
      <source>Type the number alone, for example 500.</source>
      <translation>请只填数字，例如 500。</translation>
    </message>
    <message>
      <source>Type the number alone, in {unit}, for example {example}.</source>
      <translation>请只填数字，单位是{unit}，例如 {example}。</translation>
    </message>
    <message>
      <source>Type the number in the form's unit, name it so and take the file in again.</source>
      <translation>按表里的单位填，名称里的单位也改过来，再导入一次。</translation>
    </message>
    <message>
      <source>Type the numbers in the form's unit, name the column so and take the file in again.</source>
      <translation>按表里的单位填，列名里的单位也改过来，再导入一次。</translation>
    </message>
    <message>
      <source>Type the whole number alone, for example 12.</source>
      <translation>请只填整数，例如 12。</translation>
    </message>
    <message>
      <source>Type year and month, for example 2031年3月.</source>
      <translation>请填年和月，例如 2031年3月。</translation>
    </message>
    <message>
      <source>Type year, month and day, for example 2031-3-15.</source>
      <translation>请填全年月日，例如 2031-3-15。</translation>
    </message>
    <message>
      <source>Type 是 or 否.</source>
      <translation>请填 是 或 否。</translation>
    </message>
    <message>
      <source>Typed</source>
      <translation>手工录入</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Undo &amp;It ({count})</source>
      <translation>撤销 {count} 处(&amp;I)</translation>
    </message>
    <message>
      <source>Undo &amp;This Change</source>
      <translation>撤销这次改动(&amp;T)</translation>
    </message>
    <message>
      <source>Undo File</source>
      <translation>撤销整份</translation>
    </message>
    <message>
      <source>Undo: {title}</source>
      <translation>撤销：{title}</translation>
    </message>
    <message>
      <source>Undone and redone</source>
      <translation>撤销和重做</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Units of “{text}”: {line}</source>
      <translation>“{text}”的责任单位：{line}</translation>
    </message>
    <message>
      <source>Unreported</source>
      <translation>未报</translation>
    </message>
    <message>
      <source>Unreported in {month}</source>
      <translation>{month}未报</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>Used on this computer: {face}</source>
      <translation>本机实际使用：{face}</translation>
    </message>
    <message>
      <source>Values erased when the time of keeping was over</source>
      <translation>保留期满，内容已抹去</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>周三</translation>
    </message>
    <message>
      <source>What is held stays. Change it by hand.</source>
      <translation>保留现有内容。要改请手工改。</translation>
    </message>
    <message>
      <source>What is held stays. If it is to be emptied, take the suggestion.</source>
      <translation>保留现有内容。若要清空，采纳建议即可。</translation>
    </message>
    <message>
      <source>What is held stays. If what was returned is right, take the suggestion.</source>
      <translation>保留现有内容。若回执里的对，采纳建议即可。</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>What was exported is not known here, so the file was compared with the records as they stand.</source>
      <translation>这里没有当时导出的底稿，只能与现在的记录比较。</translation>
    </message>
    <message>
      <source>What you typed last could not be kept, so the window stays open. Put it right, or copy the text; closing once more gives it up.</source>
      <translation>刚才输入的内容没能保存，窗口先不关闭。请改正，或把文字复制出来；再关一次就不再保留。</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>With conflicts: {count}</source>
      <translation>有冲突：{count}</translation>
    </message>
    <message>
      <source>With errors: {count}</source>
      <translation>有错误：{count}</translation>
    </message>
    <message>
      <source>With findings</source>
      <translation>有提醒的</translation>
    </message>
    <message>
      <source>With problems</source>
      <translation>有存在问题</translation>
    </message>
    <message>
      <source>Word documents</source>
      <translation>Word 文档</translation>
    </message>
    <message>
      <source>Word the item for the paper, or write the office's own progress.</source>
      <translation>可为该条目另写见报表述，或填写本单位的进展。</translation>
    </message>
    <message>
      <source>Wording for the paper: {text}</source>
      <translation>见报文字：{text}</translation>
    </message>
    <message>
      <source>Workbooks</source>
      <translation>填报表</translation>
    </message>
    <message>
      <source>Write a number, such as 21.75.</source>
      <translation>请填数字，例如 21.75。</translation>
    </message>
    <message>
      <source>Write a whole number, such as 4.</source>
      <translation>请填整数，例如 4。</translation>
    </message>
    <message>
      <source>Write no more than {most} characters.</source>
      <translation>请写短一点，不超过{most}个字。</translation>
    </message>
    <message>
      <source>Write the chamber's name above the table (填报单位：…商会) and take the file in again.</source>
      <translation>请在表上方写明商会名称（填报单位：…商会），再导入一次。</translation>
    </message>
    <message>
      <source>Write the period above a table, such as 2023年6月填报表, and take the file in again.</source>
      <translation>请在表上方写明时期（如 2023年6月填报表），再导入一次。</translation>
    </message>
    <message>
      <source>Write the size in points, such as 10.5, or by its name, such as 五号.</source>
      <translation>请填磅数（如 10.5）或字号（如五号）。</translation>
    </message>
    <message>
      <source>Writing a checked copy of the store…</source>
      <translation>正在备份并检查资料库…</translation>
    </message>
    <message>
      <source>Writing forms for {count} chambers…</source>
      <translation>正在给{count}家商会写填报表…</translation>
    </message>
    <message>
      <source>Writing {file}…</source>
      <translation>正在导出{file}…</translation>
    </message>
    <message>
      <source>Written: {file}</source>
      <translation>已写好：{file}</translation>
    </message>
    <message>
      <source>Written: {file} and so on, one file for each of {pages} pages</source>
      <translation>已写好：{file} 等，每页一个文件，共 {pages} 个</translation>
    </message>
    <message>
      <source>Written: {file}. This store is open for reading only, so the versions do not list it.</source>
      <translation>已导出：{file}。资料库只读，这一版不列入已送版本。</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>年度</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>年数</translation>
    </message>
    <message>
      <source>Yesterday {time}</source>
      <translation>昨天 {time}</translation>
    </message>
    <message>
      <source>You are looking at the sample already.</source>
      <translation>现在看的就是示例。</translation>
    </message>
    <message>
      <source>You type themes and items yourself, or take files in later.</source>
      <translation>板块和条目由您自己录入，也可以以后再导入文件。</translation>
    </message>
    <message>
      <source>[nothing reported] {text}</source>
      <translation>【未报】{text}</translation>
    </message>
    <message>
      <source>[reworded] {text}</source>
      <translation>【改写】{text}</translation>
    </message>
    <message>
      <source>a backslash in a text is written twice: \\</source>
      <translation>文字里的反斜杠要写两个：\\</translation>
    </message>
    <message>
      <source>a closing quote is missing</source>
      <translation>少了后引号</translation>
    </message>
    <message>
      <source>a closing quote is missing, or a sign stands here that cannot be in a text</source>
      <translation>少了后引号，或者有文字里不能用的符号</translation>
    </message>
    <message>
      <source>a comma or the closing brace is missing</source>
      <translation>少了逗号或右花括号</translation>
    </message>
    <message>
      <source>a comma or the closing bracket ] is missing</source>
      <translation>少了逗号或右方括号 ]</translation>
    </message>
    <message>
      <source>a field is missing by which a row is known: one that lands in {lands}</source>
      <translation>缺一列：每一行要靠它来认，它应存到 {lands}</translation>
    </message>
    <message>
      <source>a new theme: {name}</source>
      <translation>新建板块：{name}</translation>
    </message>
    <message>
      <source>a progress sheet</source>
      <translation>进展表</translation>
    </message>
    <message>
      <source>a record that is gone</source>
      <translation>已不在的记录</translation>
    </message>
    <message>
      <source>a word stands there twice</source>
      <translation>有一个词写了两次</translation>
    </message>
    <message>
      <source>access is denied</source>
      <translation>没有权限</translation>
    </message>
    <message>
      <source>activities counted</source>
      <translation>计入的活动</translation>
    </message>
    <message>
      <source>activities held this year</source>
      <translation>本年开展的活动</translation>
    </message>
    <message>
      <source>activity</source>
      <translation>活动</translation>
    </message>
    <message>
      <source>added</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>ahead of schedule</source>
      <translation>超序时</translation>
    </message>
    <message>
      <source>alias</source>
      <translation>别名</translation>
    </message>
    <message>
      <source>alignment</source>
      <translation>对齐</translation>
    </message>
    <message>
      <source>all items</source>
      <translation>全部条目</translation>
    </message>
    <message>
      <source>all its fields are locked: nothing is asked</source>
      <translation>所有列都锁住了，没有要填的</translation>
    </message>
    <message>
      <source>all of them</source>
      <translation>全覆盖</translation>
    </message>
    <message>
      <source>amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>amount (10,000 yuan)</source>
      <translation>金额（万元）</translation>
    </message>
    <message>
      <source>amount (yuan)</source>
      <translation>金额（元）</translation>
    </message>
    <message>
      <source>amounts of this year's activities</source>
      <translation>本年活动的金额</translation>
    </message>
    <message>
      <source>an article</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>an earlier file of this return says something else there</source>
      <translation>同一份表先收的文件填得不一样</translation>
    </message>
    <message>
      <source>an equals sign is missing after the key</source>
      <translation>键后面少了等号</translation>
    </message>
    <message>
      <source>another program</source>
      <translation>另一个程序</translation>
    </message>
    <message>
      <source>another program uses it</source>
      <translation>别的程序正在使用</translation>
    </message>
    <message>
      <source>another sheet</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>another table has this key</source>
      <translation>另一张分表已经用了这个代号</translation>
    </message>
    <message>
      <source>another table has this title, and each sheet needs one of its own</source>
      <translation>另一张分表已经叫这个名字，工作表不能重名</translation>
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
      <source>as they were sent out, though an earlier file of this return has changed them; that stays</source>
      <translation>仍是下发时的值，而前一份回执已改过；保留改过的</translation>
    </message>
    <message>
      <source>attachment</source>
      <translation>附件</translation>
    </message>
    <message>
      <source>average</source>
      <translation>平均数</translation>
    </message>
    <message>
      <source>awaited</source>
      <translation>已下发</translation>
    </message>
    <message>
      <source>before an update of the program</source>
      <translation>程序升级前</translation>
    </message>
    <message>
      <source>before another one was restored</source>
      <translation>恢复其他备份前</translation>
    </message>
    <message>
      <source>before taking in files</source>
      <translation>导入文件前</translation>
    </message>
    <message>
      <source>begins a paragraph</source>
      <translation>另起一段</translation>
    </message>
    <message>
      <source>behind</source>
      <translation>滞后</translation>
    </message>
    <message>
      <source>behind schedule</source>
      <translation>滞后</translation>
    </message>
    <message>
      <source>birth year</source>
      <translation>出生年份</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>蓝</translation>
    </message>
    <message>
      <source>body registered elsewhere</source>
      <translation>其他机构</translation>
    </message>
    <message>
      <source>body text</source>
      <translation>正文</translation>
    </message>
    <message>
      <source>bold</source>
      <translation>加粗</translation>
    </message>
    <message>
      <source>business enterprise</source>
      <translation>企业</translation>
    </message>
    <message>
      <source>by hand</source>
      <translation>手工备份</translation>
    </message>
    <message>
      <source>by its name</source>
      <translation>按列名</translation>
    </message>
    <message>
      <source>by the file</source>
      <translation>按文件</translation>
    </message>
    <message>
      <source>by {points}</source>
      <translation>比序时慢{points}</translation>
    </message>
    <message>
      <source>byline</source>
      <translation>署名</translation>
    </message>
    <message>
      <source>can be deleted on the members page</source>
      <translation>可在“会员”页删除</translation>
    </message>
    <message>
      <source>cancelled</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>cases settled</source>
      <translation>调处成功件数</translation>
    </message>
    <message>
      <source>cases settled this year</source>
      <translation>本年调解成功的案件</translation>
    </message>
    <message>
      <source>cases taken</source>
      <translation>受理件数</translation>
    </message>
    <message>
      <source>cases taken this year</source>
      <translation>本年受理的案件</translation>
    </message>
    <message>
      <source>cells that are only shown were changed, which was left out</source>
      <translation>不用填的单元格改动了，没有导入</translation>
    </message>
    <message>
      <source>centred</source>
      <translation>居中</translation>
    </message>
    <message>
      <source>chair of the federation</source>
      <translation>主席</translation>
    </message>
    <message>
      <source>chamber</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>chamber of people from elsewhere</source>
      <translation>异地商会</translation>
    </message>
    <message>
      <source>chamber that a measure names</source>
      <translation>指标点名的商会</translation>
    </message>
    <message>
      <source>chamber that reports</source>
      <translation>填报商会</translation>
    </message>
    <message>
      <source>chambers</source>
      <translation>商会数</translation>
    </message>
    <message>
      <source>chambers of commerce</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>chambers recognised as Four Goods this year, each once</source>
      <translation>本年认定的四好商会，一家算一次</translation>
    </message>
    <message>
      <source>chambers renewed</source>
      <translation>已换届商会</translation>
    </message>
    <message>
      <source>chambers whose new term began this year ÷ chambers named, or else all that fall due this year</source>
      <translation>本年新一届已开始的商会 ÷ 指定的商会；没有指定的，为本年应换届的全部商会</translation>
    </message>
    <message>
      <source>chambers whose new term began this year ÷ the {count} chambers named</source>
      <translation>本年新一届已开始的商会 ÷ 指定的{count}家商会</translation>
    </message>
    <message>
      <source>chambers with a Party branch</source>
      <translation>建有党支部的商会</translation>
    </message>
    <message>
      <source>chambers' returns</source>
      <translation>商会回执</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>check the store</source>
      <translation>检查资料库是否完好</translation>
    </message>
    <message>
      <source>checksum</source>
      <translation>校验值</translation>
    </message>
    <message>
      <source>chief supervisor</source>
      <translation>监事长</translation>
    </message>
    <message>
      <source>chosen</source>
      <translation>选定</translation>
    </message>
    <message>
      <source>chosen items</source>
      <translation>选定的条目</translation>
    </message>
    <message>
      <source>city</source>
      <translation>市</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>已归档</translation>
    </message>
    <message>
      <source>colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>columns</source>
      <translation>栏数</translation>
    </message>
    <message>
      <source>columns to a section</source>
      <translation>每单元栏数</translation>
    </message>
    <message>
      <source>committee enterprises visited</source>
      <translation>已走访执委企业</translation>
    </message>
    <message>
      <source>contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <source>continuing</source>
      <translation>持续推进</translation>
    </message>
    <message>
      <source>council member</source>
      <translation>理事</translation>
    </message>
    <message>
      <source>count</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>counted</source>
      <translation>已计入</translation>
    </message>
    <message>
      <source>counted against</source>
      <translation>总数</translation>
    </message>
    <message>
      <source>counted from {source}</source>
      <translation>数自{source}</translation>
    </message>
    <message>
      <source>counted, term run out</source>
      <translation>已计入，届期已过</translation>
    </message>
    <message>
      <source>county</source>
      <translation>县</translation>
    </message>
    <message>
      <source>cumulative as reported</source>
      <translation>报送累计</translation>
    </message>
    <message>
      <source>date or year of birth</source>
      <translation>出生日期或年份</translation>
    </message>
    <message>
      <source>direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <source>dissolved</source>
      <translation>已注销</translation>
    </message>
    <message>
      <source>dissolved on</source>
      <translation>注销日期</translation>
    </message>
    <message>
      <source>distance of characters</source>
      <translation>字距</translation>
    </message>
    <message>
      <source>distance of lines</source>
      <translation>行距</translation>
    </message>
    <message>
      <source>district</source>
      <translation>区</translation>
    </message>
    <message>
      <source>donation</source>
      <translation>慈善捐赠</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>done on</source>
      <translation>完成日期</translation>
    </message>
    <message>
      <source>doubtful: values differ</source>
      <translation>存疑：内容不像</translation>
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
      <source>due or overdue</source>
      <translation>到期和逾期</translation>
    </message>
    <message>
      <source>due soon</source>
      <translation>临期</translation>
    </message>
    <message>
      <source>due today</source>
      <translation>今天截止</translation>
    </message>
    <message>
      <source>due within a year</source>
      <translation>一年内到期</translation>
    </message>
    <message>
      <source>duty month</source>
      <translation>副会长轮值</translation>
    </message>
    <message>
      <source>empty cells, for which the records hold values; these stay</source>
      <translation>空着的单元格，系统里有值；保留现有的</translation>
    </message>
    <message>
      <source>ended</source>
      <translation>已结束</translation>
    </message>
    <message>
      <source>ended term of a chamber</source>
      <translation>往届</translation>
    </message>
    <message>
      <source>ends {day}</source>
      <translation>{day}到期</translation>
    </message>
    <message>
      <source>entered by hand</source>
      <translation>手工填报</translation>
    </message>
    <message>
      <source>enterprise</source>
      <translation>企业</translation>
    </message>
    <message>
      <source>enterprises with a post in office of executive committee member or higher that were visited this year ÷ all such enterprises</source>
      <translation>本年走访过的执委及以上在任企业 ÷ 全部执委及以上在任企业</translation>
    </message>
    <message>
      <source>error</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>every kind</source>
      <translation>全部类型</translation>
    </message>
    <message>
      <source>evidence</source>
      <translation>佐证材料</translation>
    </message>
    <message>
      <source>executive committee member</source>
      <translation>执委</translation>
    </message>
    <message>
      <source>executive president</source>
      <translation>执行会长</translation>
    </message>
    <message>
      <source>face of letters and digits</source>
      <translation>字母和数字的字体</translation>
    </message>
    <message>
      <source>farmers' cooperative</source>
      <translation>农民专业合作社</translation>
    </message>
    <message>
      <source>federation</source>
      <translation>工商联</translation>
    </message>
    <message>
      <source>fee (yuan)</source>
      <translation>费用（元）</translation>
    </message>
    <message>
      <source>fee {count} yuan</source>
      <translation>费用{count}元</translation>
    </message>
    <message>
      <source>fees</source>
      <translation>费用</translation>
    </message>
    <message>
      <source>fees of this year's activities</source>
      <translation>本年活动的费用</translation>
    </message>
    <message>
      <source>file name</source>
      <translation>文件名</translation>
    </message>
    <message>
      <source>first</source>
      <translation>第一</translation>
    </message>
    <message>
      <source>flush on both sides</source>
      <translation>两端对齐</translation>
    </message>
    <message>
      <source>for whom</source>
      <translation>报送对象</translation>
    </message>
    <message>
      <source>foundation</source>
      <translation>基金会</translation>
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
      <translation>专职人数</translation>
    </message>
    <message>
      <source>gap between columns</source>
      <translation>栏间距</translation>
    </message>
    <message>
      <source>government office</source>
      <translation>机关</translation>
    </message>
    <message>
      <source>government-enterprise dialogue</source>
      <translation>亲清直通车·政企恳谈会</translation>
    </message>
    <message>
      <source>green</source>
      <translation>绿</translation>
    </message>
    <message>
      <source>group</source>
      <translation>团体</translation>
    </message>
    <message>
      <source>group collective</source>
      <translation>组级集体经济组织</translation>
    </message>
    <message>
      <source>guess, by its values</source>
      <translation>按内容推测</translation>
    </message>
    <message>
      <source>has errors</source>
      <translation>有错误</translation>
    </message>
    <message>
      <source>heading</source>
      <translation>见报标题</translation>
    </message>
    <message>
      <source>heading, level 1</source>
      <translation>一级标题</translation>
    </message>
    <message>
      <source>heading, level 2</source>
      <translation>二级标题</translation>
    </message>
    <message>
      <source>heading, level 3</source>
      <translation>三级标题</translation>
    </message>
    <message>
      <source>headline</source>
      <translation>主标题</translation>
    </message>
    <message>
      <source>height of the sheet</source>
      <translation>纸张高度</translation>
    </message>
    <message>
      <source>held now</source>
      <translation>库内现有</translation>
    </message>
    <message>
      <source>held on</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>hint</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>honorary president</source>
      <translation>名誉会长</translation>
    </message>
    <message>
      <source>in force</source>
      <translation>有效</translation>
    </message>
    <message>
      <source>in office from</source>
      <translation>任职起</translation>
    </message>
    <message>
      <source>in office to</source>
      <translation>任职止</translation>
    </message>
    <message>
      <source>in one flow, without columns</source>
      <translation>通栏连排，不分栏</translation>
    </message>
    <message>
      <source>in term</source>
      <translation>届内</translation>
    </message>
    <message>
      <source>in the store</source>
      <translation>已入库</translation>
    </message>
    <message>
      <source>in {count} days</source>
      <translation>还有{count}天</translation>
    </message>
    <message>
      <source>incl. {part}</source>
      <translation>其中：{part}</translation>
    </message>
    <message>
      <source>indent of the first line</source>
      <translation>首行缩进</translation>
    </message>
    <message>
      <source>individual</source>
      <translation>个人</translation>
    </message>
    <message>
      <source>industry</source>
      <translation>行业</translation>
    </message>
    <message>
      <source>institution of the armed forces</source>
      <translation>军队单位</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>它是个文件夹</translation>
    </message>
    <message>
      <source>it is empty</source>
      <translation>是空的</translation>
    </message>
    <message>
      <source>it is less than the least</source>
      <translation>比 least 还小</translation>
    </message>
    <message>
      <source>it is missing</source>
      <translation>缺少此项</translation>
    </message>
    <message>
      <source>it is not known what they held when the form was sent, and the records hold other values</source>
      <translation>不知道下发时是什么，与现有的值不同</translation>
    </message>
    <message>
      <source>it is not saved as UTF-8</source>
      <translation>文件不是 UTF-8 编码</translation>
    </message>
    <message>
      <source>it is not there</source>
      <translation>找不到</translation>
    </message>
    <message>
      <source>it is there already</source>
      <translation>已经有了</translation>
    </message>
    <message>
      <source>it is too large to be a form</source>
      <translation>文件太大，不像是表格定义</translation>
    </message>
    <message>
      <source>it is too large to be a layout</source>
      <translation>文件太大，不是版式</translation>
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
      <source>it must be a list of texts, or a table of texts</source>
      <translation>应是一串文字，或者文字对文字的表</translation>
    </message>
    <message>
      <source>it must be a list of texts: ["…", "…"]</source>
      <translation>应是一串文字：["…", "…"]</translation>
    </message>
    <message>
      <source>it must be a number from {least} to {most}</source>
      <translation>应为 {least} 到 {most} 之间的数</translation>
    </message>
    <message>
      <source>it must be a number, and no larger than {most}</source>
      <translation>应是数字，且不大于 {most}</translation>
    </message>
    <message>
      <source>it must be a table</source>
      <translation>应为一个表（方括号标题）</translation>
    </message>
    <message>
      <source>it must be a text of 1 to {most} characters</source>
      <translation>应为 1 到 {most} 个字</translation>
    </message>
    <message>
      <source>it must be a text of no more than {most} characters in quotes</source>
      <translation>应是引号里的文字，不超过 {most} 个字</translation>
    </message>
    <message>
      <source>it must be a version before {version}, each once</source>
      <translation>应是 {version} 以前的版本，每个只写一次</translation>
    </message>
    <message>
      <source>it must be a whole number</source>
      <translation>应是整数</translation>
    </message>
    <message>
      <source>it must be a whole number from 1 to {most}</source>
      <translation>应为 1 到 {most} 的整数</translation>
    </message>
    <message>
      <source>it must be a whole number from {least} to {most}</source>
      <translation>应是 {least} 到 {most} 的整数</translation>
    </message>
    <message>
      <source>it must be one of {choices}</source>
      <translation>应为下列之一：{choices}</translation>
    </message>
    <message>
      <source>it must be small Latin letters, digits and _, a letter first</source>
      <translation>应是小写英文字母、数字和下划线，字母开头</translation>
    </message>
    <message>
      <source>it must be tables, each with the heading [[{key}]]</source>
      <translation>应是分段，每段以 [[{key}]] 开头</translation>
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
      <source>it must name at least one face and no more than {most}</source>
      <translation>至少写一种字体，最多 {most} 种</translation>
    </message>
    <message>
      <source>item</source>
      <translation>工作条目</translation>
    </message>
    <message>
      <source>item continued</source>
      <translation>接续的条目</translation>
    </message>
    <message>
      <source>item of an article</source>
      <translation>稿件条目</translation>
    </message>
    <message>
      <source>item that an activity serves</source>
      <translation>活动对应的条目</translation>
    </message>
    <message>
      <source>items printed</source>
      <translation>刊出条目</translation>
    </message>
    <message>
      <source>its folder is a file</source>
      <translation>所在文件夹其实是个文件</translation>
    </message>
    <message>
      <source>its lines are higher than the page between the margins</source>
      <translation>一行比版心还高</translation>
    </message>
    <message>
      <source>its name has signs that are not allowed</source>
      <translation>名称里有不允许的字符</translation>
    </message>
    <message>
      <source>its name is too long</source>
      <translation>名称太长</translation>
    </message>
    <message>
      <source>jobs</source>
      <translation>带动就业</translation>
    </message>
    <message>
      <source>jobs of this year's activities</source>
      <translation>本年活动带来的就业岗位</translation>
    </message>
    <message>
      <source>joined on</source>
      <translation>入会日期</translation>
    </message>
    <message>
      <source>just fills its {target} lines</source>
      <translation>正好{target}行</translation>
    </message>
    <message>
      <source>kept until</source>
      <translation>保留至</translation>
    </message>
    <message>
      <source>key {key}: {reason}</source>
      <translation>{key}：{reason}</translation>
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
      <source>kind of activity</source>
      <translation>活动类型</translation>
    </message>
    <message>
      <source>kind of chamber</source>
      <translation>商会类型</translation>
    </message>
    <message>
      <source>kind of member</source>
      <translation>会员类型</translation>
    </message>
    <message>
      <source>label</source>
      <translation>简称</translation>
    </message>
    <message>
      <source>last</source>
      <translation>最后一</translation>
    </message>
    <message>
      <source>law firm</source>
      <translation>律师事务所</translation>
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
      <source>leader in charge</source>
      <translation>牵头领导</translation>
    </message>
    <message>
      <source>ledger entries</source>
      <translation>台账记录</translation>
    </message>
    <message>
      <source>ledger entry</source>
      <translation>台账记录</translation>
    </message>
    <message>
      <source>left and right margin leave nothing of {width} mm</source>
      <translation>左右边距占满了 {width} 毫米的纸宽</translation>
    </message>
    <message>
      <source>left on</source>
      <translation>退会日期</translation>
    </message>
    <message>
      <source>left on {day}</source>
      <translation>{day}退会</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>删去</translation>
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
      <source>level counted</source>
      <translation>计入的级别</translation>
    </message>
    <message>
      <source>level in Word's outline</source>
      <translation>Word 中的大纲级别</translation>
    </message>
    <message>
      <source>level of recognition</source>
      <translation>认定级别</translation>
    </message>
    <message>
      <source>likely, by its name</source>
      <translation>可能，按列名</translation>
    </message>
    <message>
      <source>line {line}</source>
      <translation>第 {line} 行</translation>
    </message>
    <message>
      <source>line {line}, character {column}</source>
      <translation>第 {line} 行第 {column} 字</translation>
    </message>
    <message>
      <source>line {line}, key {key}: {reason}</source>
      <translation>第 {line} 行，键 {key}：{reason}</translation>
    </message>
    <message>
      <source>line {line}: {reason}</source>
      <translation>第 {line} 行：{reason}</translation>
    </message>
    <message>
      <source>lines closer than their size of {size} pt cover each other</source>
      <translation>行距小于字号 {size} 磅，字会叠在一起</translation>
    </message>
    <message>
      <source>lines of {size} pt are no more than {most} pt apart</source>
      <translation>{size} 磅的字，行距最大 {most} 磅</translation>
    </message>
    <message>
      <source>link to last year's item</source>
      <translation>结转关系</translation>
    </message>
    <message>
      <source>list all changes, the newest first</source>
      <translation>列出历次改动，最新的在前</translation>
    </message>
    <message>
      <source>live chambers with a Party branch ÷ all live chambers</source>
      <translation>建有党支部的存续商会 ÷ 全部存续商会</translation>
    </message>
    <message>
      <source>live chambers; an overdue term counts, but is marked</source>
      <translation>存续的商会；届期已过未换届的也算，另行标出</translation>
    </message>
    <message>
      <source>make a sample store and every kind of output in a folder</source>
      <translation>在文件夹里生成示例资料库和各种成品</translation>
    </message>
    <message>
      <source>margin above</source>
      <translation>上边距</translation>
    </message>
    <message>
      <source>margin at the left</source>
      <translation>左边距</translation>
    </message>
    <message>
      <source>margin at the right</source>
      <translation>右边距</translation>
    </message>
    <message>
      <source>margin below</source>
      <translation>下边距</translation>
    </message>
    <message>
      <source>marked copy sent back</source>
      <translation>已退回改正件</translation>
    </message>
    <message>
      <source>mass organisation</source>
      <translation>群团组织</translation>
    </message>
    <message>
      <source>measure</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>mediation</source>
      <translation>商会调解</translation>
    </message>
    <message>
      <source>meeting</source>
      <translation>会议</translation>
    </message>
    <message>
      <source>member</source>
      <translation>会员</translation>
    </message>
    <message>
      <source>member taking part</source>
      <translation>参加会员</translation>
    </message>
    <message>
      <source>members</source>
      <translation>会员数</translation>
    </message>
    <message>
      <source>members or officers</source>
      <translation>会员、执委或班子成员</translation>
    </message>
    <message>
      <source>members recognised this year, each once</source>
      <translation>本年获认定的会员，一家算一次</translation>
    </message>
    <message>
      <source>members taking part</source>
      <translation>参加会员数</translation>
    </message>
    <message>
      <source>members taking part in this year's activities, each once</source>
      <translation>参加本年活动的会员，一家算一次</translation>
    </message>
    <message>
      <source>members who have joined and not left</source>
      <translation>已入会、未退会的会员</translation>
    </message>
    <message>
      <source>members who joined this year</source>
      <translation>本年入会的会员</translation>
    </message>
    <message>
      <source>membership</source>
      <translation>入会</translation>
    </message>
    <message>
      <source>mentee</source>
      <translation>被传帮带人</translation>
    </message>
    <message>
      <source>mentor</source>
      <translation>导师</translation>
    </message>
    <message>
      <source>mentor pair</source>
      <translation>传帮带结对</translation>
    </message>
    <message>
      <source>mentor pairs</source>
      <translation>结对数</translation>
    </message>
    <message>
      <source>mentor pairs in force</source>
      <translation>结对期内的对子</translation>
    </message>
    <message>
      <source>mentors</source>
      <translation>导师数</translation>
    </message>
    <message>
      <source>mentors of the pairs in force, each once</source>
      <translation>结对期内的导师，一人算一次</translation>
    </message>
    <message>
      <source>milestone</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>milestone “{step}” was due {day}</source>
      <translation>节点“{step}”应在{day}完成</translation>
    </message>
    <message>
      <source>months of this year in which an activity was held</source>
      <translation>本年开展过活动的月份</translation>
    </message>
    <message>
      <source>months with an activity</source>
      <translation>开展月数</translation>
    </message>
    <message>
      <source>moved</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>moved to another place</source>
      <translation>移到别处</translation>
    </message>
    <message>
      <source>mutual-aid loan</source>
      <translation>互助资金借款</translation>
    </message>
    <message>
      <source>name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>name of the layout</source>
      <translation>版式名称</translation>
    </message>
    <message>
      <source>name of the meeting</source>
      <translation>会议届次</translation>
    </message>
    <message>
      <source>name of the member</source>
      <translation>会员（单位）名称</translation>
    </message>
    <message>
      <source>name of the person</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>name of the style in Word</source>
      <translation>Word 中的样式名</translation>
    </message>
    <message>
      <source>new</source>
      <translation>新</translation>
    </message>
    <message>
      <source>new generation</source>
      <translation>新生代企业家</translation>
    </message>
    <message>
      <source>new members</source>
      <translation>新入会会员</translation>
    </message>
    <message>
      <source>new person</source>
      <translation>新人</translation>
    </message>
    <message>
      <source>new-generation entrepreneurs' association</source>
      <translation>新生代企业家联谊会</translation>
    </message>
    <message>
      <source>new-generation members of 45 years at most, by year of birth; who has none is not counted</source>
      <translation>45周岁以下的新生代会员，按出生年份算；没填出生年份的不算</translation>
    </message>
    <message>
      <source>new-generation talents</source>
      <translation>新生代人才</translation>
    </message>
    <message>
      <source>next steps</source>
      <translation>下步打算</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>no chamber</source>
      <translation>无商会</translation>
    </message>
    <message>
      <source>no colour</source>
      <translation>无</translation>
    </message>
    <message>
      <source>no new row can be written while the field by which it is known is locked</source>
      <translation>认行的那一列锁住了，就写不了新的行</translation>
    </message>
    <message>
      <source>no record can do without {lands}: write required = true</source>
      <translation>{lands} 不能缺，请写 required = true</translation>
    </message>
    <message>
      <source>no sheet can have this name: take another one, without [ ] : * ? / \ '</source>
      <translation>工作表不能叫这个名字，请换一个，不要有 [ ] : * ? / \ '</translation>
    </message>
    <message>
      <source>not less than</source>
      <translation>不少于</translation>
    </message>
    <message>
      <source>not more than</source>
      <translation>不超过</translation>
    </message>
    <message>
      <source>not needed</source>
      <translation>用不着</translation>
    </message>
    <message>
      <source>not printed</source>
      <translation>不刊登</translation>
    </message>
    <message>
      <source>not recognised</source>
      <translation>未认定</translation>
    </message>
    <message>
      <source>not sent out</source>
      <translation>未下发</translation>
    </message>
    <message>
      <source>not started</source>
      <translation>未启动</translation>
    </message>
    <message>
      <source>not yet</source>
      <translation>未计入</translation>
    </message>
    <message>
      <source>notes</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>nothing new</source>
      <translation>没有新内容</translation>
    </message>
    <message>
      <source>now</source>
      <translation>现在</translation>
    </message>
    <message>
      <source>number of activities</source>
      <translation>活动次数</translation>
    </message>
    <message>
      <source>number without a goal</source>
      <translation>计数，不设目标</translation>
    </message>
    <message>
      <source>old</source>
      <translation>原</translation>
    </message>
    <message>
      <source>on closing</source>
      <translation>关闭时</translation>
    </message>
    <message>
      <source>on schedule</source>
      <translation>达序推进</translation>
    </message>
    <message>
      <source>one JSON object per file</source>
      <translation>每个文件输出一个 JSON 对象（供其他程序读取）</translation>
    </message>
    <message>
      <source>one below the other</source>
      <translation>上下排列</translation>
    </message>
    <message>
      <source>one-time target</source>
      <translation>一次性指标</translation>
    </message>
    <message>
      <source>only a choice has choices</source>
      <translation>只有下拉框（choice）才有 choices</translation>
    </message>
    <message>
      <source>only numbers have a unit</source>
      <translation>只有数字才有单位</translation>
    </message>
    <message>
      <source>only numbers have such a limit</source>
      <translation>只有数字才有这样的限值</translation>
    </message>
    <message>
      <source>only show what would change</source>
      <translation>只看不写：只列出改动</translation>
    </message>
    <message>
      <source>only texts have a longest length</source>
      <translation>只有文字才有最长字数</translation>
    </message>
    <message>
      <source>only this chamber; may be given again</source>
      <translation>只发这家商会，可以写多次</translation>
    </message>
    <message>
      <source>only this federation; may be given again</source>
      <translation>只要这个工商联，可重复使用</translation>
    </message>
    <message>
      <source>only what serves the item</source>
      <translation>只计服务本条目的</translation>
    </message>
    <message>
      <source>only who reports is named, so nothing is reported</source>
      <translation>只填了填报人，不算填报</translation>
    </message>
    <message>
      <source>open the window</source>
      <translation>打开窗口</translation>
    </message>
    <message>
      <source>opening</source>
      <translation>开篇</translation>
    </message>
    <message>
      <source>other activity</source>
      <translation>其他活动</translation>
    </message>
    <message>
      <source>other chamber</source>
      <translation>其他商会</translation>
    </message>
    <message>
      <source>other paragraphs</source>
      <translation>分段不同</translation>
    </message>
    <message>
      <source>other passage</source>
      <translation>其他段落</translation>
    </message>
    <message>
      <source>overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>page footer</source>
      <translation>页脚</translation>
    </message>
    <message>
      <source>paragraph {number}</source>
      <translation>第 {number} 段</translation>
    </message>
    <message>
      <source>parent federation</source>
      <translation>上级工商联</translation>
    </message>
    <message>
      <source>part</source>
      <translation>篇次</translation>
    </message>
    <message>
      <source>part of a measure</source>
      <translation>分项</translation>
    </message>
    <message>
      <source>partly printed</source>
      <translation>部分刊登</translation>
    </message>
    <message>
      <source>party branch</source>
      <translation>建有党组织</translation>
    </message>
    <message>
      <source>passage</source>
      <translation>段落</translation>
    </message>
    <message>
      <source>pasted text</source>
      <translation>粘贴的文字</translation>
    </message>
    <message>
      <source>people</source>
      <translation>人数</translation>
    </message>
    <message>
      <source>people taking part</source>
      <translation>参加人数</translation>
    </message>
    <message>
      <source>people who took part in this year's activities</source>
      <translation>参加本年活动的人次</translation>
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
      <source>place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>plan</source>
      <translation>年度计划</translation>
    </message>
    <message>
      <source>plan article</source>
      <translation>计划稿件</translation>
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
      <source>post held</source>
      <translation>职务</translation>
    </message>
    <message>
      <source>president</source>
      <translation>会长</translation>
    </message>
    <message>
      <source>print the lines as the newspaper would break them</source>
      <translation>按报纸的断行打印文字，不入资料库</translation>
    </message>
    <message>
      <source>printed</source>
      <translation>刊登</translation>
    </message>
    <message>
      <source>private non-enterprise unit</source>
      <translation>民办非企业单位</translation>
    </message>
    <message>
      <source>problems</source>
      <translation>存在问题</translation>
    </message>
    <message>
      <source>problems closed</source>
      <translation>闭环销号</translation>
    </message>
    <message>
      <source>problems closed this year</source>
      <translation>本年闭环销号的问题</translation>
    </message>
    <message>
      <source>problems collected</source>
      <translation>归集问题</translation>
    </message>
    <message>
      <source>problems collected this year</source>
      <translation>本年归集的问题</translation>
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
      <source>progress article</source>
      <translation>进展稿件</translation>
    </message>
    <message>
      <source>progress in words</source>
      <translation>进展情况</translation>
    </message>
    <message>
      <source>public institution</source>
      <translation>事业单位</translation>
    </message>
    <message>
      <source>put a backup in the store's place</source>
      <translation>用备份恢复资料库</translation>
    </message>
    <message>
      <source>ratio</source>
      <translation>比例</translation>
    </message>
    <message>
      <source>reached {number}</source>
      <translation>累计{number}</translation>
    </message>
    <message>
      <source>reason for leaving</source>
      <translation>退会原因</translation>
    </message>
    <message>
      <source>reason for the state</source>
      <translation>人工设定的原因</translation>
    </message>
    <message>
      <source>received</source>
      <translation>已收</translation>
    </message>
    <message>
      <source>recognised as</source>
      <translation>认定名称</translation>
    </message>
    <message>
      <source>recognised members</source>
      <translation>获认定会员</translation>
    </message>
    <message>
      <source>recognition</source>
      <translation>认定</translation>
    </message>
    <message>
      <source>red</source>
      <translation>红</translation>
    </message>
    <message>
      <source>region code</source>
      <translation>行政区划代码</translation>
    </message>
    <message>
      <source>registered capital (10,000 yuan)</source>
      <translation>注册资本（万元）</translation>
    </message>
    <message>
      <source>registered capital (yuan)</source>
      <translation>注册资本（元）</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>不导入</translation>
    </message>
    <message>
      <source>renewed early</source>
      <translation>提前换届</translation>
    </message>
    <message>
      <source>renewed in time</source>
      <translation>按期换届</translation>
    </message>
    <message>
      <source>renewed late</source>
      <translation>逾期换届</translation>
    </message>
    <message>
      <source>reported</source>
      <translation>已报</translation>
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
      <source>returned</source>
      <translation>回执</translation>
    </message>
    <message>
      <source>role</source>
      <translation>职务</translation>
    </message>
    <message>
      <source>rows of {rows} are given: no blank lines can be left</source>
      <translation>{rows} 的行是系统列出的，不能留空行</translation>
    </message>
    <message>
      <source>rules between sections</source>
      <translation>单元间的线</translation>
    </message>
    <message>
      <source>running number</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>secretary</source>
      <translation>秘书长</translation>
    </message>
    <message>
      <source>secretary-general</source>
      <translation>秘书长</translation>
    </message>
    <message>
      <source>section heading</source>
      <translation>单元标题</translation>
    </message>
    <message>
      <source>section of an article</source>
      <translation>稿件单元</translation>
    </message>
    <message>
      <source>section slogan</source>
      <translation>单元口号</translation>
    </message>
    <message>
      <source>sections stand</source>
      <translation>单元排列</translation>
    </message>
    <message>
      <source>sent</source>
      <translation>送出</translation>
    </message>
    <message>
      <source>sent out</source>
      <translation>下发时</translation>
    </message>
    <message>
      <source>set to fill its target</source>
      <translation>按目标排满</translation>
    </message>
    <message>
      <source>set to fill {target} lines</source>
      <translation>已按目标排满{target}行</translation>
    </message>
    <message>
      <source>sheet “{sheet}”, cell {cell}</source>
      <translation>工作表“{sheet}”单元格 {cell}</translation>
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
      <source>side by side</source>
      <translation>左右并排</translation>
    </message>
    <message>
      <source>size</source>
      <translation>字号</translation>
    </message>
    <message>
      <source>size (bytes)</source>
      <translation>大小（字节）</translation>
    </message>
    <message>
      <source>slogan</source>
      <translation>口号</translation>
    </message>
    <message>
      <source>social organisation</source>
      <translation>社会组织</translation>
    </message>
    <message>
      <source>sole trader</source>
      <translation>个体工商户</translation>
    </message>
    <message>
      <source>something stands after the value that does not belong there</source>
      <translation>值后面多了东西</translation>
    </message>
    <message>
      <source>space above</source>
      <translation>段前</translation>
    </message>
    <message>
      <source>space below</source>
      <translation>段后</translation>
    </message>
    <message>
      <source>speaker's name</source>
      <translation>发言人姓名</translation>
    </message>
    <message>
      <source>speaker's post</source>
      <translation>发言人职务</translation>
    </message>
    <message>
      <source>speaker's unit</source>
      <translation>发言人单位</translation>
    </message>
    <message>
      <source>speech</source>
      <translation>表态</translation>
    </message>
    <message>
      <source>staff</source>
      <translation>人数</translation>
    </message>
    <message>
      <source>standing committee member</source>
      <translation>常委（常务理事）</translation>
    </message>
    <message>
      <source>standing vice president</source>
      <translation>常务副会长</translation>
    </message>
    <message>
      <source>state</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>state set by hand</source>
      <translation>人工设定</translation>
    </message>
    <message>
      <source>suggestion taken</source>
      <translation>已采纳建议</translation>
    </message>
    <message>
      <source>supervisor</source>
      <translation>监事</translation>
    </message>
    <message>
      <source>suspended</source>
      <translation>暂缓</translation>
    </message>
    <message>
      <source>take all edits without asking</source>
      <translation>不询问，全部采纳</translation>
    </message>
    <message>
      <source>take back the newest change, or the one named</source>
      <translation>撤销最近一次改动，或指明的那一次</translation>
    </message>
    <message>
      <source>take in files: articles, plans, task tables, lists, returned manuscripts</source>
      <translation>导入文件：稿件、工作要点、任务分解表、名册、修改稿</translation>
    </message>
    <message>
      <source>taken in</source>
      <translation>已导入</translation>
    </message>
    <message>
      <source>talk</source>
      <translation>宣讲</translation>
    </message>
    <message>
      <source>target</source>
      <translation>目标值</translation>
    </message>
    <message>
      <source>target depth (mm)</source>
      <translation>目标栏深（毫米）</translation>
    </message>
    <message>
      <source>target in lines</source>
      <translation>目标行数</translation>
    </message>
    <message>
      <source>term began on</source>
      <translation>本届起</translation>
    </message>
    <message>
      <source>term ended on</source>
      <translation>届满日期</translation>
    </message>
    <message>
      <source>term extended to</source>
      <translation>延期至</translation>
    </message>
    <message>
      <source>term length in years</source>
      <translation>任期（年）</translation>
    </message>
    <message>
      <source>term not entered</source>
      <translation>届期未填</translation>
    </message>
    <message>
      <source>term number</source>
      <translation>届次</translation>
    </message>
    <message>
      <source>term {number}</source>
      <translation>第{number}届</translation>
    </message>
    <message>
      <source>text</source>
      <translation>正文</translation>
    </message>
    <message>
      <source>text in one flow has one column, not {columns}</source>
      <translation>通栏连排只有一栏，现在是 {columns} 栏</translation>
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
      <source>the chambers' forms for a period</source>
      <translation>一期的商会填报表，每家商会一份</translation>
    </message>
    <message>
      <source>the choice “{word}” stands for {value}; known are {known}</source>
      <translation>选项“{word}”存为 {value}，没有这个值；可用的有 {known}</translation>
    </message>
    <message>
      <source>the closing brackets of a table's heading are missing</source>
      <translation>分段标题少了右方括号</translation>
    </message>
    <message>
      <source>the columns are {wide} pt wide, the page has room for {room} pt</source>
      <translation>各栏共宽 {wide} 磅，版心只有 {room} 磅</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>磁盘已满</translation>
    </message>
    <message>
      <source>the disk is write-protected</source>
      <translation>磁盘写保护</translation>
    </message>
    <message>
      <source>the disk or share gave an error</source>
      <translation>磁盘或共享出错</translation>
    </message>
    <message>
      <source>the field “{other}” has this key too</source>
      <translation>“{other}”一列也用了这个代号</translation>
    </message>
    <message>
      <source>the field “{other}” lands there too</source>
      <translation>“{other}”一列也存到这里</translation>
    </message>
    <message>
      <source>the item as a whole</source>
      <translation>整项工作</translation>
    </message>
    <message>
      <source>the layout preset</source>
      <translation>版式</translation>
    </message>
    <message>
      <source>the ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>the period it tells of, such as 2023-06</source>
      <translation>所属时期，如 2023-06</translation>
    </message>
    <message>
      <source>the period they ask about, such as 2023-06</source>
      <translation>填报的时期，如 2023-06</translation>
    </message>
    <message>
      <source>the period; without it the latest that was reported</source>
      <translation>时期，不写则取最近一次有报送的月份</translation>
    </message>
    <message>
      <source>the register</source>
      <translation>名录</translation>
    </message>
    <message>
      <source>the same code</source>
      <translation>信用代码相同</translation>
    </message>
    <message>
      <source>the same name</source>
      <translation>名称相同</translation>
    </message>
    <message>
      <source>the same once more</source>
      <translation>沿用原目标</translation>
    </message>
    <message>
      <source>the same theme: {name}</source>
      <translation>同名板块：{name}</translation>
    </message>
    <message>
      <source>the share is not connected</source>
      <translation>共享没有连接</translation>
    </message>
    <message>
      <source>the sheet is larger than A0 ({short} × {long} mm)</source>
      <translation>纸张大于 A0（{short} × {long} 毫米）</translation>
    </message>
    <message>
      <source>the store to work with</source>
      <translation>使用哪个资料库</translation>
    </message>
    <message>
      <source>the table “{table}” has no field {key}</source>
      <translation>分表“{table}”没有 {key} 这一列</translation>
    </message>
    <message>
      <source>the whole measure</source>
      <translation>整个指标</translation>
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
      <source>theme sentence</source>
      <translation>板块句</translation>
    </message>
    <message>
      <source>there must be no more than {most} of them</source>
      <translation>最多 {most} 个</translation>
    </message>
    <message>
      <source>there must be {least} to {most} of them</source>
      <translation>应有 {least} 到 {most} 个</translation>
    </message>
    <message>
      <source>this is no date</source>
      <translation>不是日期</translation>
    </message>
    <message>
      <source>this is no valid TOML ({reason})</source>
      <translation>写法不对（{reason}）</translation>
    </message>
    <message>
      <source>this key is not known</source>
      <translation>没有这个项</translation>
    </message>
    <message>
      <source>this key is not known (is “{near}” meant?)</source>
      <translation>没有这个键（是不是“{near}”？）</translation>
    </message>
    <message>
      <source>this key is not known; known are {known}</source>
      <translation>没有这个键；可用的有 {known}</translation>
    </message>
    <message>
      <source>this key stands here for the second time</source>
      <translation>这个键写了两次</translation>
    </message>
    <message>
      <source>this line is neither a key with its value nor the heading of a table; a Chinese word before the equals sign stands in quotes</source>
      <translation>这一行既不是“键 = 值”，也不是分段标题；等号前面是中文的，要加引号</translation>
    </message>
    <message>
      <source>this period</source>
      <translation>本期</translation>
    </message>
    <message>
      <source>this table stands here for the second time; of several there is [[…]]</source>
      <translation>这一段写了两次；有几段的，标题用 [[…]]</translation>
    </message>
    <message>
      <source>title</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>to</source>
      <translation>任职止</translation>
    </message>
    <message>
      <source>to be mended</source>
      <translation>待修正</translation>
    </message>
    <message>
      <source>to be reviewed</source>
      <translation>待核对</translation>
    </message>
    <message>
      <source>to the left</source>
      <translation>左对齐</translation>
    </message>
    <message>
      <source>to the right</source>
      <translation>右对齐</translation>
    </message>
    <message>
      <source>today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>top and bottom margin leave nothing of {height} mm</source>
      <translation>上下边距占满了 {height} 毫米的纸高</translation>
    </message>
    <message>
      <source>township</source>
      <translation>乡镇街道</translation>
    </message>
    <message>
      <source>township chamber</source>
      <translation>乡镇街道商会</translation>
    </message>
    <message>
      <source>township collective</source>
      <translation>乡镇集体经济组织</translation>
    </message>
    <message>
      <source>townships with a chamber</source>
      <translation>已建商会乡镇</translation>
    </message>
    <message>
      <source>townships with a live chamber ÷ all townships; an overdue term counts, but is marked</source>
      <translation>已有存续商会的乡镇 ÷ 全部乡镇；届期已过未换届的也算，另行标出</translation>
    </message>
    <message>
      <source>trade chamber</source>
      <translation>行业商会</translation>
    </message>
    <message>
      <source>trade union</source>
      <translation>工会</translation>
    </message>
    <message>
      <source>training</source>
      <translation>培训</translation>
    </message>
    <message>
      <source>two characters of this size do not fit in a line</source>
      <translation>字太大，一行排不下两个字</translation>
    </message>
    <message>
      <source>undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>已撤销</translation>
    </message>
    <message>
      <source>unified social credit code</source>
      <translation>信用代码</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>unit of an item</source>
      <translation>责任单位</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>不认识</translation>
    </message>
    <message>
      <source>unreported</source>
      <translation>未报</translation>
    </message>
    <message>
      <source>until</source>
      <translation>结束日期</translation>
    </message>
    <message>
      <source>upright</source>
      <translation>纵向</translation>
    </message>
    <message>
      <source>vice president</source>
      <translation>副主席（副会长）</translation>
    </message>
    <message>
      <source>village collective</source>
      <translation>村集体经济组织</translation>
    </message>
    <message>
      <source>village pairing</source>
      <translation>结对帮扶</translation>
    </message>
    <message>
      <source>villages</source>
      <translation>结对村数</translation>
    </message>
    <message>
      <source>villages of this year's activities</source>
      <translation>本年活动结对的村</translation>
    </message>
    <message>
      <source>visit</source>
      <translation>走访</translation>
    </message>
    <message>
      <source>warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>what is counted</source>
      <translation>计数口径</translation>
    </message>
    <message>
      <source>what is left of them</source>
      <translation>按剩余量</translation>
    </message>
    <message>
      <source>what is locked is not asked and cannot be required</source>
      <translation>锁住的不用填，不能又是必填</translation>
    </message>
    <message>
      <source>what is locked is there to be shown and must be prefilled</source>
      <translation>锁住的是给看的，要预填</translation>
    </message>
    <message>
      <source>what lands nowhere has nothing to be shown</source>
      <translation>不存到哪里的列，没有内容可以显示</translation>
    </message>
    <message>
      <source>what stands after the equals sign is no value: texts stand in quotes "…"</source>
      <translation>等号后面的写法不对：文字要放在英文引号 "…" 里</translation>
    </message>
    <message>
      <source>where the value comes from</source>
      <translation>数据来源</translation>
    </message>
    <message>
      <source>whole year</source>
      <translation>全年</translation>
    </message>
    <message>
      <source>whose plan it is</source>
      <translation>哪个工商联的计划</translation>
    </message>
    <message>
      <source>wide</source>
      <translation>横向</translation>
    </message>
    <message>
      <source>width of a column</source>
      <translation>栏宽</translation>
    </message>
    <message>
      <source>width of the sheet</source>
      <translation>纸张宽度</translation>
    </message>
    <message>
      <source>without a chamber</source>
      <translation>没有商会</translation>
    </message>
    <message>
      <source>wording for the paper</source>
      <translation>见报文字</translation>
    </message>
    <message>
      <source>workplace and job</source>
      <translation>单位及职务</translation>
    </message>
    <message>
      <source>workshop</source>
      <translation>共富工坊</translation>
    </message>
    <message>
      <source>write a checked copy of the store</source>
      <translation>备份资料库，并检查备份是否完好</translation>
    </message>
    <message>
      <source>write an article, a progress sheet or forms</source>
      <translation>导出稿件、进展表，或下发填报表</translation>
    </message>
    <message>
      <source>year</source>
      <translation>年度</translation>
    </message>
    <message>
      <source>year of recognition</source>
      <translation>认定年份</translation>
    </message>
    <message>
      <source>year {year}</source>
      <translation>{year}年全年</translation>
    </message>
    <message>
      <source>yellow</source>
      <translation>黄</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{all} townships, {count} with a chamber, {without} without.</source>
      <translation>共{all}个乡镇街道，{count}个有商会，{without}个没有。</translation>
    </message>
    <message>
      <source>{before}, {last}</source>
      <translation>{before}、{last}</translation>
    </message>
    <message>
      <source>{chamber} has reported on this for {period} already, and a chamber reports once for a period. Change that report, or delete it first.</source>
      <translation>{chamber}{period}已经填报过这一项，一家商会一期只填一份。请修改已有的那份，或先删去它。</translation>
    </message>
    <message>
      <source>{chamber} is no chamber of {federation} and cannot report on its plan. Report it on the plan of its own federation.</source>
      <translation>{chamber}不属于{federation}，不能在它的计划上报进展。请报在其所属工商联的计划上。</translation>
    </message>
    <message>
      <source>{chamber} was sent this period already. Sending anew reopens its return; what came in stays as it is.</source>
      <translation>{chamber}这一期已经下发过。再次下发后，要重新等它的回执；已经入库的不变。</translation>
    </message>
    <message>
      <source>{chamber}: these forms ask it nothing.</source>
      <translation>{chamber}：这些表格里没有要它填的，没有下发。</translation>
    </message>
    <message>
      <source>{chamber}　only {number} in all</source>
      <translation>{chamber}　只报累计{number}</translation>
    </message>
    <message>
      <source>{characters} ch. {lines} lines</source>
      <translation>{characters}字 {lines}行</translation>
    </message>
    <message>
      <source>{characters} characters in {lines} lines; together they fill {share} lines, {depth} mm of a column.</source>
      <translation>{characters}字，占{lines}行；合满行{share}行，栏长{depth}毫米。</translation>
    </message>
    <message>
      <source>{characters} characters, on {lines} lines</source>
      <translation>{characters}字，占{lines}行</translation>
    </message>
    <message>
      <source>{characters} characters, {lines} lines</source>
      <translation>{characters}字，{lines}行</translation>
    </message>
    <message>
      <source>{characters} characters; columns {rows} lines deep, {depth} mm.</source>
      <translation>{characters}字，栏深{rows}行、{depth}毫米。</translation>
    </message>
    <message>
      <source>{columns} columns cannot be shared out in this way</source>
      <translation>{columns} 栏不能这样均分</translation>
    </message>
    <message>
      <source>{count} attachments are not in it, because their files are missing here: {names}.</source>
      <translation>有{count}个附件因文件不见了，没有一并存入：{names}。</translation>
    </message>
    <message>
      <source>{count} cannot be read</source>
      <translation>{count} 份无法读取</translation>
    </message>
    <message>
      <source>{count} cases</source>
      <translation>受理{count}件</translation>
    </message>
    <message>
      <source>{count} chambers</source>
      <translation>{count}家商会</translation>
    </message>
    <message>
      <source>{count} chambers reported</source>
      <translation>{count} 家商会已报</translation>
    </message>
    <message>
      <source>{count} chambers, {chosen} selected</source>
      <translation>{count}家商会，选中{chosen}家</translation>
    </message>
    <message>
      <source>{count} changes not taken in</source>
      <translation>{count}处改动还没导入</translation>
    </message>
    <message>
      <source>{count} changes since the version of {day}:</source>
      <translation>{day} 这一版之后改动 {count} 处：</translation>
    </message>
    <message>
      <source>{count} changes since the version sent on {day} to {audience}:</source>
      <translation>{day} 送{audience}的版本之后改动 {count} 处：</translation>
    </message>
    <message>
      <source>{count} characters are more than {most}.</source>
      <translation>写了{count}个字，超过了{most}个字。</translation>
    </message>
    <message>
      <source>{count} characters of hidden text were left out.</source>
      <translation>有{count}个字是隐藏文字，没有收入。</translation>
    </message>
    <message>
      <source>{count} closed</source>
      <translation>办结{count}件</translation>
    </message>
    <message>
      <source>{count} collected</source>
      <translation>归集{count}件</translation>
    </message>
    <message>
      <source>{count} comments stand beside the text and were left out.</source>
      <translation>正文旁有{count}条批注，没有收入。</translation>
    </message>
    <message>
      <source>{count} conflicts</source>
      <translation>冲突 {count} 处</translation>
    </message>
    <message>
      <source>{count} days ago</source>
      <translation>已过{count}天</translation>
    </message>
    <message>
      <source>{count} days left</source>
      <translation>还有{count}天</translation>
    </message>
    <message>
      <source>{count} days over</source>
      <translation>逾期{count}天</translation>
    </message>
    <message>
      <source>{count} done</source>
      <translation>{count} 份已处理</translation>
    </message>
    <message>
      <source>{count} edits</source>
      <translation>{count}处改动</translation>
    </message>
    <message>
      <source>{count} errors</source>
      <translation>错误 {count} 处</translation>
    </message>
    <message>
      <source>{count} faults to mend</source>
      <translation>{count}处要改正</translation>
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
      <source>{count} have the name {name}. Type it again and choose the right one from the list.</source>
      <translation>有{count}个叫{name}的。请重新输入，从列表里选定是哪一个。</translation>
    </message>
    <message>
      <source>{count} items</source>
      <translation>{count}项</translation>
    </message>
    <message>
      <source>{count} items · {share}</source>
      <translation>{count}项 · {share}</translation>
    </message>
    <message>
      <source>{count} items: {states}</source>
      <translation>{count}项工作：{states}</translation>
    </message>
    <message>
      <source>{count} jobs</source>
      <translation>{count}个岗位</translation>
    </message>
    <message>
      <source>{count} ledger entries</source>
      <translation>{count}条记录</translation>
    </message>
    <message>
      <source>{count} ledger entries, {chosen} selected</source>
      <translation>{count}条记录，选中{chosen}条</translation>
    </message>
    <message>
      <source>{count} lines</source>
      <translation>{count}行</translation>
    </message>
    <message>
      <source>{count} members</source>
      <translation>{count}家会员</translation>
    </message>
    <message>
      <source>{count} members are no longer to be kept</source>
      <translation>{count}名会员的资料保存期已满</translation>
    </message>
    <message>
      <source>{count} members deleted for good; backups written anew: {rewritten}, dropped: {dropped}.</source>
      <translation>已彻底删除{count}家会员；重写备份{rewritten}份，弃用{dropped}份。</translation>
    </message>
    <message>
      <source>{count} members deleted for good; backups written anew: {rewritten}.</source>
      <translation>已彻底删除{count}家会员；重写备份{rewritten}份。</translation>
    </message>
    <message>
      <source>{count} members left and are kept no longer: {names}</source>
      <translation>{count}家会员退会后保留期已过：{names}</translation>
    </message>
    <message>
      <source>{count} members take part: {entry}</source>
      <translation>{count}家会员参加：{entry}</translation>
    </message>
    <message>
      <source>{count} members taken out of an entry</source>
      <translation>从记录里去掉{count}家会员</translation>
    </message>
    <message>
      <source>{count} members, {chosen} selected</source>
      <translation>{count}家会员，选中{chosen}家</translation>
    </message>
    <message>
      <source>{count} milestones</source>
      <translation>{count}个节点</translation>
    </message>
    <message>
      <source>{count} more columns were not read: {first} to {last}.</source>
      <translation>还有 {count} 列没有导入：{first} 到 {last}。</translation>
    </message>
    <message>
      <source>{count} of 18 characters so far.</source>
      <translation>18位代码已有{count}位。</translation>
    </message>
    <message>
      <source>{count} of these chambers were sent this period already. Sending anew reopens their returns; what came in stays as it is.</source>
      <translation>其中{count}家商会这一期已经下发过。再次下发后，要重新等他们的回执；已经入库的不变。</translation>
    </message>
    <message>
      <source>{count} of this name</source>
      <translation>同名{count}个</translation>
    </message>
    <message>
      <source>{count} of {all} measures</source>
      <translation>{all}个指标里{count}个</translation>
    </message>
    <message>
      <source>{count} people</source>
      <translation>{count}人</translation>
    </message>
    <message>
      <source>{count} posts of the new term are entered already; they stay as they are.</source>
      <translation>已录入新一届任职{count}个，保持不变。</translation>
    </message>
    <message>
      <source>{count} rows name no kind; they were taken as {kind}.</source>
      <translation>有 {count} 行没有写类型，作“{kind}”读入。</translation>
    </message>
    <message>
      <source>{count} rows of {table} point to something that is not there</source>
      <translation>数据表 {table} 有{count}行指向不存在的记录。</translation>
    </message>
    <message>
      <source>{count} settled</source>
      <translation>调处成功{count}件</translation>
    </message>
    <message>
      <source>{count} things to look at</source>
      <translation>{count}处要核对</translation>
    </message>
    <message>
      <source>{count} to take in</source>
      <translation>{count} 份可导入</translation>
    </message>
    <message>
      <source>{count} townships and subdistricts</source>
      <translation>共 {count} 个</translation>
    </message>
    <message>
      <source>{count} villages</source>
      <translation>{count}个村</translation>
    </message>
    <message>
      <source>{count} with conflicts</source>
      <translation>{count} 份有冲突</translation>
    </message>
    <message>
      <source>{count} with errors</source>
      <translation>{count} 份有错误</translation>
    </message>
    <message>
      <source>{count} workbooks are in {folder}. Send each to its chamber.</source>
      <translation>{count}份填报表已存到 {folder}，请分别发给各商会。</translation>
    </message>
    <message>
      <source>{cumulative} in all, but this chamber's reports add up to {sum}.</source>
      <translation>累计填 {cumulative}，该商会各期相加是 {sum}。</translation>
    </message>
    <message>
      <source>{day} is not in the period {period}.</source>
      <translation>{day}不在 {period} 这一期内。</translation>
    </message>
    <message>
      <source>{day} is not in {year}, the year in view.</source>
      <translation>{day}不在当前年份{year}年内。</translation>
    </message>
    <message>
      <source>{day} is past. Name a day from today on.</source>
      <translation>{day} 已经过了。请写今天或以后的日子。</translation>
    </message>
    <message>
      <source>{day} is still to come.</source>
      <translation>{day}还没到。</translation>
    </message>
    <message>
      <source>{day} marked copy sent back</source>
      <translation>{day} 退回改正件</translation>
    </message>
    <message>
      <source>{day} recalled</source>
      <translation>{day} 撤回</translation>
    </message>
    <message>
      <source>{day} received {file}</source>
      <translation>{day} 收到 {file}</translation>
    </message>
    <message>
      <source>{day} sent out</source>
      <translation>{day} 下发</translation>
    </message>
    <message>
      <source>{day} sent out, due {due}</source>
      <translation>{day} 下发，{due} 截止</translation>
    </message>
    <message>
      <source>{day} {time}</source>
      <translation>{day} {time}</translation>
    </message>
    <message>
      <source>{day} {title}</source>
      <translation>{day} {title}</translation>
    </message>
    <message>
      <source>{day} · {items} items as of the end of {month} · schedule {share}</source>
      <translation>{day} · {items}项工作，进展看到{month}底 · 序时进度{share}</translation>
    </message>
    <message>
      <source>{day} · {items} items · no month is to be reported yet</source>
      <translation>{day} · {items}项工作 · 还没到报送进展的月份</translation>
    </message>
    <message>
      <source>{day}, no entries</source>
      <translation>{day}，没有记录</translation>
    </message>
    <message>
      <source>{day}, {count} entries: {entries}</source>
      <translation>{day}，{count}条：{entries}</translation>
    </message>
    <message>
      <source>{day}: no entries</source>
      <translation>{day}：没有记录</translation>
    </message>
    <message>
      <source>{day}: {count} in the ledger</source>
      <translation>{day}：{count}条</translation>
    </message>
    <message>
      <source>{depth} mm</source>
      <translation>{depth}毫米</translation>
    </message>
    <message>
      <source>{doubt} The row was left out.</source>
      <translation>{doubt}这一行没有读入。</translation>
    </message>
    <message>
      <source>{entry} serves: {item}</source>
      <translation>“{entry}”服务：{item}</translation>
    </message>
    <message>
      <source>{fault}</source>
      <translation>{fault}</translation>
    </message>
    <message>
      <source>{fault} Until then the last text of it that could be used is in force.</source>
      <translation>{fault}在此之前，沿用上一次可用的内容。</translation>
    </message>
    <message>
      <source>{fault} “{title}” is used instead.</source>
      <translation>{fault}现改用“{title}”。</translation>
    </message>
    <message>
      <source>{federation}</source>
      <translation>{federation}</translation>
    </message>
    <message>
      <source>{federation} has a plan of {year} already. Go on with it, or choose another year.</source>
      <translation>{federation}已经有 {year} 年计划。请在其中继续，或者另选年度。</translation>
    </message>
    <message>
      <source>{federation} has no plan before {year} to copy. Take last year's plan in first, or begin with a blank one.</source>
      <translation>{federation}没有 {year} 年以前的计划可以照搬。请先导入上年计划，或者从空白计划开始。</translation>
    </message>
    <message>
      <source>{federation} is set as it comes</source>
      <translation>{federation}不按目标排满</translation>
    </message>
    <message>
      <source>{federation} is set to fill its target</source>
      <translation>{federation}按目标排满</translation>
    </message>
    <message>
      <source>{federation} {lines} lines</source>
      <translation>{federation}{lines}行</translation>
    </message>
    <message>
      <source>{federation} · {part}</source>
      <translation>{federation} · {part}</translation>
    </message>
    <message>
      <source>{field}: {fault}</source>
      <translation>{field}：{fault}</translation>
    </message>
    <message>
      <source>{field}: {reason}</source>
      <translation>{field}：{reason}</translation>
    </message>
    <message>
      <source>{field}: {value}</source>
      <translation>{field}：{value}</translation>
    </message>
    <message>
      <source>{field}: {value}, goes</source>
      <translation>{field}：{value}，不保留</translation>
    </message>
    <message>
      <source>{field}: {value}, stays</source>
      <translation>{field}：{value}，保留</translation>
    </message>
    <message>
      <source>{field}: “{beginning}”, {count} characters, was not kept. Copy the text, to paste it when it can be kept again.</source>
      <translation>{field}：“{beginning}”（共{count}个字）没能保存。请先复制，等能保存时再粘贴回去。</translation>
    </message>
    <message>
      <source>{file} has come back upon it. What was answered cannot be recalled; send it anew instead.</source>
      <translation>已经收到回执“{file}”，不能撤回；要改，请重新下发。</translation>
    </message>
    <message>
      <source>{file} holds no list whose columns could be chosen.</source>
      <translation>{file} 不是名册，没有可选择的列。</translation>
    </message>
    <message>
      <source>{file} is no .xlsx: the marked copy is a new workbook with its values; looks and pictures stayed behind.</source>
      <translation>{file} 不是 .xlsx：改正件是按它的内容新做的，格式和图片没有带过来。</translation>
    </message>
    <message>
      <source>{file} is not the return of {chamber}. Choose the file that came from there.</source>
      <translation>{file} 不是{chamber}的回执。请选他们发来的那份文件。</translation>
    </message>
    <message>
      <source>{file} is not under review any more. Take it in again to see what is left in it.</source>
      <translation>{file} 已不在核对中。再收取一次，就能看到还有什么没导入。</translation>
    </message>
    <message>
      <source>{file}, sheet “{sheet}”</source>
      <translation>{file}，工作表“{sheet}”</translation>
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
      <source>{file}: a sheet holds far more text, comments, merged cells or formulas without results than any table of an office. Copy the table into a new workbook, save that and take it in.</source>
      <translation>{file}：有一张工作表里的文字、批注、合并单元格或没有结果的公式多得不像办公表格。请把表复制到新的工作簿，保存后再导入。</translation>
    </message>
    <message>
      <source>{file}: a web page that is only named as a workbook. Open it in Excel or WPS, save it as .xlsx and take that in.</source>
      <translation>{file}：名为表格，其实是网页文件。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。</translation>
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
      <source>{file}: articles are written as .docx, .pdf, .png and .txt. Give the file such an ending.</source>
      <translation>{file}：稿件可写成 .docx、.pdf、.png 或 .txt，请给文件用这样的扩展名。</translation>
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
      <source>{file}: lists are written as .docx and .xlsx. Give the file such an ending.</source>
      <translation>{file}：名册只能存为 .docx 或 .xlsx，请改用这样的扩展名。</translation>
    </message>
    <message>
      <source>{file}: longer than {limit} KB of text, which no page is. Check that it is the right file.</source>
      <translation>{file}：文字超过 {limit} KB，报纸版面没有这么长。请核对是不是这个文件。</translation>
    </message>
    <message>
      <source>{file}: marked copies are written as .xlsx. Give the file that ending.</source>
      <translation>{file}：改正件是 .xlsx 格式，请用这个后缀。</translation>
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
      <source>{file}: no sheet has the columns of a task table or of a list. Name them 类别, 工作任务, 责任单位 or 企业名称, 联系人, 联系电话 or the like and take it in again.</source>
      <translation>{file}：各工作表都没有任务分解表或名册的列名。请写上“类别、工作任务、责任单位”或“企业名称、联系人、联系电话”之类的列名，再导入一次。</translation>
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
      <source>{file}: pictures are written as .png. Give the file that ending.</source>
      <translation>{file}：图片存为 .png。请用这个扩展名。</translation>
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
      <source>{file}: the file is damaged, or no such file as its name says. If it opens in Excel, Word or WPS, save it anew there and take that in; else ask the sender for it again.</source>
      <translation>{file}：文件已损坏，或者不是这种格式的文件。如果能用Excel、Word或WPS打开，请另存一份再导入；打不开的，请对方重新发送。</translation>
    </message>
    <message>
      <source>{file}: the file is empty. Ask the sender for it again.</source>
      <translation>{file}：文件是空的。请让对方重新发一份。</translation>
    </message>
    <message>
      <source>{file}: the same content as {other}, under which it is shown. Once is enough.</source>
      <translation>{file}：与 {other} 内容相同，导入一次即可，已在后者名下列出。</translation>
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
      <source>{file}: there is nothing that the chamber has to mend.</source>
      <translation>{file}：没有要商会修改的地方。</translation>
    </message>
    <message>
      <source>{file}: unpacks to far more than a document holds, and was not opened. Do not trust its sender.</source>
      <translation>{file}：解压后大得不正常，可能有害，没有打开。请核实来源，不要轻信。</translation>
    </message>
    <message>
      <source>{file}: {fault}</source>
      <translation>{file}：{fault}</translation>
    </message>
    <message>
      <source>{file}: {place}</source>
      <translation>{file}：{place}</translation>
    </message>
    <message>
      <source>{first} Not attached either: {names}.</source>
      <translation>{first}{names} 也没有添加。</translation>
    </message>
    <message>
      <source>{first} and {second} are members of two federations. Merge them only within one.</source>
      <translation>{first}和{second}属于两家工商联，只能在同一家之内合并。</translation>
    </message>
    <message>
      <source>{first} · {second}</source>
      <translation>{first} · {second}</translation>
    </message>
    <message>
      <source>{first}; so were {count} more cells of the column: {places}</source>
      <translation>{first}；同列还有 {count} 格也是这样：{places}</translation>
    </message>
    <message>
      <source>{first}; {second}</source>
      <translation>{first}；{second}</translation>
    </message>
    <message>
      <source>{folder}: no file that can be taken in lies in this folder. Take in .txt, .docx or .xlsx files; folders within it are not looked through.</source>
      <translation>{folder}：此文件夹中没有可导入的文件。请选 .txt、.docx 或 .xlsx 文件；其中的子文件夹不会查找。</translation>
    </message>
    <message>
      <source>{folder}: the folder cannot be read ({fault}). Copy it to this computer.</source>
      <translation>{folder}：无法读取此文件夹（{fault}）。请先复制到本机。</translation>
    </message>
    <message>
      <source>{headline}</source>
      <translation>{headline}</translation>
    </message>
    <message>
      <source>{headline} ({part})</source>
      <translation>{headline}（{part}）</translation>
    </message>
    <message>
      <source>{headline} · {period}</source>
      <translation>{headline} · {period}</translation>
    </message>
    <message>
      <source>{keys} cannot be changed in this file without changing more of it. Change the file by hand.</source>
      <translation>这个文件的写法特殊，改 {keys} 会牵动别处。请直接修改文件。</translation>
    </message>
    <message>
      <source>{key}</source>
      <translation>{key}</translation>
    </message>
    <message>
      <source>{kind}, {field}: “{old}” → “{new}”</source>
      <translation>{kind}，{field}：“{old}”→“{new}”</translation>
    </message>
    <message>
      <source>{kind}: {field} is not counted; {value} was left out.</source>
      <translation>“{kind}”不统计“{field}”，{value} 没有读入。</translation>
    </message>
    <message>
      <source>{kind}: {text}</source>
      <translation>{kind}：{text}</translation>
    </message>
    <message>
      <source>{kind}: {whom}</source>
      <translation>{kind}：{whom}</translation>
    </message>
    <message>
      <source>{lands} holds values of type {types}</source>
      <translation>{lands} 的类型应是 {types}</translation>
    </message>
    <message>
      <source>{lands} is only shown: write locked = true</source>
      <translation>{lands} 只给看，请写 locked = true</translation>
    </message>
    <message>
      <source>{later} Undo them first, the newest first.</source>
      <translation>{later}请先撤销后来的改动，从最新的开始。</translation>
    </message>
    <message>
      <source>{level} of {year} is entered already.</source>
      <translation>{year}年{level}已经录入。</translation>
    </message>
    <message>
      <source>{lines} lines</source>
      <translation>{lines}行</translation>
    </message>
    <message>
      <source>{lines} lines, just full</source>
      <translation>{lines}行 正好</translation>
    </message>
    <message>
      <source>{lines} lines, last has {left}</source>
      <translation>{lines}行 末行{left}字</translation>
    </message>
    <message>
      <source>{lines} lines, {over} over</source>
      <translation>{lines}行 超{over}行</translation>
    </message>
    <message>
      <source>{lines} lines, {under} short</source>
      <translation>{lines}行 欠{under}行</translation>
    </message>
    <message>
      <source>{meaning}: {count} cells do not name the very day; of a month or year its {day} day was taken, of a quarter or a span its last.</source>
      <translation>“{meaning}”有 {count} 格没有写到日；只写年、月的取其{day}天，写季度、起止的取其末日。</translation>
    </message>
    <message>
      <source>{measure} ({names})</source>
      <translation>{measure}（{names}）</translation>
    </message>
    <message>
      <source>{measure}, from {source}</source>
      <translation>{measure}，取自{source}</translation>
    </message>
    <message>
      <source>{measure}: {item}</source>
      <translation>{measure}：{item}</translation>
    </message>
    <message>
      <source>{measure}: {state}</source>
      <translation>{measure}：{state}</translation>
    </message>
    <message>
      <source>{measure}; of which {parts}</source>
      <translation>{measure}，其中：{parts}</translation>
    </message>
    <message>
      <source>{member} takes part: {entry}</source>
      <translation>{member}参加：{entry}</translation>
    </message>
    <message>
      <source>{mentor} guides {mentee}</source>
      <translation>{mentor}结对传帮带{mentee}</translation>
    </message>
    <message>
      <source>{mentor} guides {mentee} already.</source>
      <translation>{mentor}已在带{mentee}。</translation>
    </message>
    <message>
      <source>{message} {action}</source>
      <translation>{message}{action}</translation>
    </message>
    <message>
      <source>{month} {year}</source>
      <translation>{year}年{month}</translation>
    </message>
    <message>
      <source>{month}-{day}: {number}{unit}</source>
      <translation>截至{month}月{day}日：{number}{unit}</translation>
    </message>
    <message>
      <source>{month}/{day}</source>
      <translation>{month}月{day}日</translation>
    </message>
    <message>
      <source>{month}: nothing</source>
      <translation>{month}：没有记录</translation>
    </message>
    <message>
      <source>{month}: schedule {scheduled}</source>
      <translation>{month}：序时{scheduled}</translation>
    </message>
    <message>
      <source>{month}: schedule {scheduled}, completed {share} (mean of {count} measures)</source>
      <translation>{month}：序时{scheduled}，完成{share}（{count}个指标平均）</translation>
    </message>
    <message>
      <source>{names} and others, {count} in all</source>
      <translation>{names}等{count}家</translation>
    </message>
    <message>
      <source>{name} (no longer there)</source>
      <translation>{name}（已没有）</translation>
    </message>
    <message>
      <source>{name} and its plan of {year} are there already. Go to the plan, or choose another year.</source>
      <translation>{name}和它的 {year} 年计划已经有了。请直接打开计划，或者另选年度。</translation>
    </message>
    <message>
      <source>{name} cannot be attached: it is neither a photo nor a paper (PDF, Word, Excel, WPS, text). Save it as one of these.</source>
      <translation>{name} 不能添加：不是照片，也不是文档（PDF、Word、Excel、WPS、文本）。请另存为其中一种。</translation>
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
      <source>{name} could not be opened: {reason}. Free some space and try again.</source>
      <translation>{name} 打不开：{reason}。请腾出空间再试。</translation>
    </message>
    <message>
      <source>{name} has no plan for {year} yet.</source>
      <translation>{name}还没有{year}年的计划。</translation>
    </message>
    <message>
      <source>{name} has no townships yet. Type their names below.</source>
      <translation>{name}还没有乡镇街道，请在下面录入名称。</translation>
    </message>
    <message>
      <source>{name} is a folder. Attach the files in it.</source>
      <translation>{name} 是文件夹，请添加里面的文件。</translation>
    </message>
    <message>
      <source>{name} is attached already.</source>
      <translation>{name} 已经添加过了。</translation>
    </message>
    <message>
      <source>{name} is empty. See whether it was copied whole.</source>
      <translation>{name} 是空文件，请看看是否复制完整。</translation>
    </message>
    <message>
      <source>{name} is held as {role} already; the row was left out.</source>
      <translation>{name}已任{role}，这一行没有导入。</translation>
    </message>
    <message>
      <source>{name} is held as {role} of an earlier term too.</source>
      <translation>{name}在上一届也任“{role}”，尚未卸任。</translation>
    </message>
    <message>
      <source>{name} is in no chamber yet. Add one in its form.</source>
      <translation>{name}还没有加入商会，请在右边表中添加。</translation>
    </message>
    <message>
      <source>{name} is in the list already, as {held}.</source>
      <translation>{name}已在表中（{held}）。</translation>
    </message>
    <message>
      <source>{name} is in use: {members} members, {chambers} chambers. Give them another township first, then delete it.</source>
      <translation>{name}还在用：会员{members}家、商会{chambers}家。先把它们改到别的乡镇街道，再删除。</translation>
    </message>
    <message>
      <source>{name} is larger than {most} MB. Make the photo smaller, or attach a part of the paper.</source>
      <translation>{name} 超过{most} MB。请把照片缩小，或只添加材料的一部分。</translation>
    </message>
    <message>
      <source>{name} is neither a photo nor a paper and is not opened.</source>
      <translation>{name} 不是照片或文档，不予打开。</translation>
    </message>
    <message>
      <source>{name} is no ordinary file. Attach a photo or paper.</source>
      <translation>{name} 不是普通文件，请添加照片或文档。</translation>
    </message>
    <message>
      <source>{name} is not there at the end of that period, or is no more: look at when it was founded and dissolved.</source>
      <translation>{name}到那一期期末还没有成立，或者已经注销，请核对它的成立日期和注销日期。</translation>
    </message>
    <message>
      <source>{name} takes part already.</source>
      <translation>{name}已在其中。</translation>
    </message>
    <message>
      <source>{name} was dissolved on {day}. Was that a mistake, clear the day in its form first.</source>
      <translation>{name}已于{day}注销。填错的，先在商会详情里清空注销日期。</translation>
    </message>
    <message>
      <source>{name} was entered as a new member and stays so.</source>
      <translation>{name}已作为新会员录入。</translation>
    </message>
    <message>
      <source>{name}: Four Goods {level} {year}</source>
      <translation>{name}：{year}年认定四好（{level}）</translation>
    </message>
    <message>
      <source>{name}: as it was left before the renewal was carried out.</source>
      <translation>{name}：接着上次没完成的换届填。</translation>
    </message>
    <message>
      <source>{name}: put aside, nothing was changed.</source>
      <translation>{name}：先放下，没有改动。</translation>
    </message>
    <message>
      <source>{name}: renewed on {day}</source>
      <translation>{name}{day}换届</translation>
    </message>
    <message>
      <source>{name}: table {number} of {count}</source>
      <translation>{name}：第 {number} 张，共 {count} 张</translation>
    </message>
    <message>
      <source>{name}: term extended to {until}</source>
      <translation>{name}延期至{until}</translation>
    </message>
    <message>
      <source>{name}: the file is missing</source>
      <translation>{name}：文件不见了</translation>
    </message>
    <message>
      <source>{name}: the file was altered</source>
      <translation>{name}：文件被改动过</translation>
    </message>
    <message>
      <source>{name}: {goal}</source>
      <translation>{name} {goal}</translation>
    </message>
    <message>
      <source>{new} new, {changed} changed, {deleted} deleted</source>
      <translation>新增 {new}、修改 {changed}、删除 {deleted}</translation>
    </message>
    <message>
      <source>{over} over the {target} lines, about {characters} characters</source>
      <translation>超{over}行（目标{target}行），约{characters}字</translation>
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
      <source>{path} could not be changed: {reason}. Close it where it is open, and try again.</source>
      <translation>{path} 改不了：{reason}。请关闭正在使用它的程序，再试一次。</translation>
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
      <source>{path} is damaged. Put a backup in its place, and tell who looks after Moushi.</source>
      <translation>{path} 已损坏。请用备份恢复，并告诉维护程序的人。</translation>
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
      <source>{path} is no longer there: it was moved, renamed or deleted.</source>
      <translation>{path} 已不在原处：可能被移走、改名或删除。</translation>
    </message>
    <message>
      <source>{path} is not a Moushi store and was left as it is. Choose another file.</source>
      <translation>{path} 不是谋实的资料库，没有动它。请另选文件。</translation>
    </message>
    <message>
      <source>{path} is not there any more. Choose another backup.</source>
      <translation>{path} 已经不在了。请另选一份备份。</translation>
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
      <source>{path}, the store you had open last, is not there. If it is on a USB drive or another disk, connect that and open it with File ▸ Open Store…; until then you see the usual store {usual}.</source>
      <translation>上次打开的资料库 {path} 找不到了。如果它在 U 盘或别的磁盘上，请接好后用“文件 ▸ 打开资料库…”打开；现在显示的是默认资料库 {usual}。</translation>
    </message>
    <message>
      <source>{period}, {item}: {field}</source>
      <translation>{period}进展·{item}：{field}</translation>
    </message>
    <message>
      <source>{period}: {reported} reported in all, but the reports add up to {sum}.</source>
      <translation>{period}：报送累计{reported}，各期合计{sum}，不一致。</translation>
    </message>
    <message>
      <source>{period}: {reported} typed here counts; the chambers' returns come to {sum} ({answered}).</source>
      <translation>{period}：以填写的 {reported} 为准；商会回执合计 {sum}（{answered}）。</translation>
    </message>
    <message>
      <source>{person} on {host} (process {pid}, since {since})</source>
      <translation>用户 {person}（电脑 {host}，进程 {pid}，{since} 起）</translation>
    </message>
    <message>
      <source>{place}</source>
      <translation>{place}</translation>
    </message>
    <message>
      <source>{plot}: table, copy, picture</source>
      <translation>{plot}：表格、复制、图片</translation>
    </message>
    <message>
      <source>{prefix}: {whose}</source>
      <translation>{prefix}：{whose}</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
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
      <translation>{record}的“{field}”所指的记录没有，或将被删除。请把那条记录也一并采纳。</translation>
    </message>
    <message>
      <source>{record}: {field} cannot hold this value. Correct the value and try again.</source>
      <translation>{record}的“{field}”不能填这个值。请改正后再试。</translation>
    </message>
    <message>
      <source>{reported}, {count} are missing in earlier periods</source>
      <translation>{reported}，前期有 {count} 家未报全</translation>
    </message>
    <message>
      <source>{reported}/{asked} chambers reported</source>
      <translation>{reported}/{asked} 家商会已报</translation>
    </message>
    <message>
      <source>{role} is {name}</source>
      <translation>{role}为{name}</translation>
    </message>
    <message>
      <source>{role}, {field}</source>
      <translation>{role}的{field}</translation>
    </message>
    <message>
      <source>{rule}: {words}</source>
      <translation>{rule}：{words}</translation>
    </message>
    <message>
      <source>{severity}  {message}</source>
      <translation>{severity}　{message}</translation>
    </message>
    <message>
      <source>{severity}  {place}: {message}</source>
      <translation>{severity}　{place}：{message}</translation>
    </message>
    <message>
      <source>{severity} {count}</source>
      <translation>{severity}{count}</translation>
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
      <source>{state} ({rate})</source>
      <translation>{state}（{rate}）</translation>
    </message>
    <message>
      <source>{state}, due soon</source>
      <translation>{state}，临期</translation>
    </message>
    <message>
      <source>{state}, made up late</source>
      <translation>{state}，后补</translation>
    </message>
    <message>
      <source>{state}. {action}</source>
      <translation>{state}。{action}</translation>
    </message>
    <message>
      <source>{state}; {answered}</source>
      <translation>{state}；{answered}</translation>
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
      <source>{taken}; warnings that nobody has looked at: {warnings}</source>
      <translation>{taken}；还有 {warnings} 处警告没看过</translation>
    </message>
    <message>
      <source>{text}, {state}</source>
      <translation>{text}，{state}</translation>
    </message>
    <message>
      <source>{title}</source>
      <translation>{title}</translation>
    </message>
    <message>
      <source>{title} (copy {number})</source>
      <translation>{title}副本{number}</translation>
    </message>
    <message>
      <source>{title} (copy)</source>
      <translation>{title}副本</translation>
    </message>
    <message>
      <source>{title} (own)</source>
      <translation>{title}（自己的）</translation>
    </message>
    <message>
      <source>{title} – faulty file</source>
      <translation>{title}（文件有错）</translation>
    </message>
    <message>
      <source>{title} – own</source>
      <translation>{title}（自建）</translation>
    </message>
    <message>
      <source>{title}: its file has a fault</source>
      <translation>{title}：文件有错</translation>
    </message>
    <message>
      <source>{title}: its file has a fault; it goes out as it was before</source>
      <translation>{title}：文件有错，按改错前的发</translation>
    </message>
    <message>
      <source>{title}: {count} rows that were sent did not come back; nothing is deleted: {names}</source>
      <translation>{title}：下发的有 {count} 行没有收回，不作删除：{names}</translation>
    </message>
    <message>
      <source>{title}: {record}</source>
      <translation>{title}：{record}</translation>
    </message>
    <message>
      <source>{told} Not there, so not asked: {names}.</source>
      <translation>{told}尚未成立或已注销的不问：{names}。</translation>
    </message>
    <message>
      <source>{told} {more}</source>
      <translation>{told}{more}</translation>
    </message>
    <message>
      <source>{under} short of the {target} lines, about {characters} characters</source>
      <translation>欠{under}行（目标{target}行），约{characters}字</translation>
    </message>
    <message>
      <source>{value}; too many to be listed</source>
      <translation>{value}，记录过多，不逐条列出</translation>
    </message>
    <message>
      <source>{weekday} {year}-{month}-{day}</source>
      <translation>{year}年{month}月{day}日（{weekday}）</translation>
    </message>
    <message>
      <source>{what}: {places}</source>
      <translation>{what}：{places}</translation>
    </message>
    <message>
      <source>{words}; only of level “{level}”</source>
      <translation>{words}；只计“{level}”</translation>
    </message>
    <message>
      <source>{words}; only what serves this item</source>
      <translation>{words}；只计服务于本条目的</translation>
    </message>
    <message>
      <source>{words}; only “{kind}”</source>
      <translation>{words}；只计“{kind}”</translation>
    </message>
    <message>
      <source>{year}</source>
      <translation>{year}年</translation>
    </message>
    <message>
      <source>{year} Q{quarter}</source>
      <translation>{year}年第{quarter}季度</translation>
    </message>
    <message>
      <source>{year} has several articles: {articles}. Name one with --article ID or --part.</source>
      <translation>{year}年有几篇稿件：{articles}。请用 --article 加编号（写开头几位就行），或 --part 加“上”“中”“下”指明一篇。</translation>
    </message>
    <message>
      <source>{year}-{month}</source>
      <translation>{year}年{month}月</translation>
    </message>
    <message>
      <source>{year}/{month}/{day}</source>
      <translation>{year}年{month}月{day}日</translation>
    </message>
    <message>
      <source>~ changed</source>
      <translation>～ 修改</translation>
    </message>
    <message>
      <source>“Fill it” can reach the target.</source>
      <translation>勾选“按此排满”可排到目标。</translation>
    </message>
    <message>
      <source>“{chamber}” may be any of {count} chambers.</source>
      <translation>“{chamber}”可能是 {count} 家商会中的任何一家。</translation>
    </message>
    <message>
      <source>“{code}” is the code of no social organisation; it was left out.</source>
      <translation>“{code}”不是社会团体的代码，没有导入。</translation>
    </message>
    <message>
      <source>“{firm}” is no member of this chamber; the post is that of {name}.</source>
      <translation>“{firm}”不是本会会员，任职记在{name}本人名下。</translation>
    </message>
    <message>
      <source>“{firm}” is no member of this chamber; the row was left out.</source>
      <translation>“{firm}”不是本会会员，这一行没有导入。</translation>
    </message>
    <message>
      <source>“{held}” is called “{name}” here, with the same phone.</source>
      <translation>“{held}”在这里写作“{name}”，电话相同。</translation>
    </message>
    <message>
      <source>“{held}” stood in this row; “{name}” is taken as new.</source>
      <translation>这一行原来是“{held}”；“{name}”作为新会员导入。</translation>
    </message>
    <message>
      <source>“{label}” is kept nowhere: {texts}</source>
      <translation>“{label}”不保存：{texts}</translation>
    </message>
    <message>
      <source>“{label}” is “{text}” here, held is “{held}”.</source>
      <translation>“{label}”这里填“{text}”，现有“{held}”。</translation>
    </message>
    <message>
      <source>“{label}” must be filled in.</source>
      <translation>“{label}”必须填。</translation>
    </message>
    <message>
      <source>“{label}” must be the key of a table, a colon and a label</source>
      <translation>“{label}”应写成“分表代号:表头”</translation>
    </message>
    <message>
      <source>“{label}” was changed on both sides: sent “{sent}”, returned “{returned}”, held now “{held}”.</source>
      <translation>“{label}”两边都改了：下发时“{sent}”，回执“{returned}”，现有“{held}”。</translation>
    </message>
    <message>
      <source>“{label}” was emptied; “{held}” is held.</source>
      <translation>“{label}”清空了；现有“{held}”。</translation>
    </message>
    <message>
      <source>“{label}”: {made}</source>
      <translation>“{label}”：{made}</translation>
    </message>
    <message>
      <source>“{label}”: “{text}” has no place here and was left out.</source>
      <translation>“{label}”：“{text}”在这里无处可放，没有导入。</translation>
    </message>
    <message>
      <source>“{name}” asks in {unit}, the form in {other}, so it was not read.</source>
      <translation>“{name}”的单位是{unit}，表里是{other}，所以没有导入。</translation>
    </message>
    <message>
      <source>“{name}” has no plan for {year}. Plans there are of: {names}.</source>
      <translation>“{name}”没有{year}年的计划。有计划的是：{names}。</translation>
    </message>
    <message>
      <source>“{name}” is a form of the program and stays as it is. Copy it first.</source>
      <translation>“{name}”是程序自带的表格，不能改。请先复制一份。</translation>
    </message>
    <message>
      <source>“{name}” is a layout of the program and stays as it is. Copy it first.</source>
      <translation>“{name}”是程序自带的版式，不能改动。请先复制一份。</translation>
    </message>
    <message>
      <source>“{name}” is a name of the field “{other}” too</source>
      <translation>“{name}”也是“{other}”一列的名字</translation>
    </message>
    <message>
      <source>“{name}” is held in term {held}; the list says {value}. The posts of the old term stay.</source>
      <translation>“{name}”现为第 {held} 届，名册写的是第 {value} 届；原有任职不变。</translation>
    </message>
    <message>
      <source>“{name}” is held with the code {held}; here it is {code}.</source>
      <translation>“{name}”已有代码 {held}，此处是 {code}。</translation>
    </message>
    <message>
      <source>“{name}” is known in the federation and joins this chamber; what differs is only offered.</source>
      <translation>“{name}”已是工商联会员，现加入本会；其他不同之处只列为建议。</translation>
    </message>
    <message>
      <source>“{name}” is new, but is much like “{held}”, which is held.</source>
      <translation>“{name}”是新的，但与已有的“{held}”很像。</translation>
    </message>
    <message>
      <source>“{name}” is no chamber; it was not read.</source>
      <translation>“{name}”不是商会，没有读入。</translation>
    </message>
    <message>
      <source>“{name}” is no member of this chamber, so it cannot leave; the row was left out.</source>
      <translation>“{name}”不是本会会员，谈不上退会，这一行没有导入。</translation>
    </message>
    <message>
      <source>“{name}” is no member yet. Add it on the members page, or write it in the notes.</source>
      <translation>“{name}”还不是会员。请在会员页新增，或写在备注里。</translation>
    </message>
    <message>
      <source>“{name}” is no member, so it cannot leave; the row was left out.</source>
      <translation>“{name}”不是会员，谈不上退会，这一行没有导入。</translation>
    </message>
    <message>
      <source>“{name}” is the name of a form of the program. Give the file another name.</source>
      <translation>“{name}”是程序自带表格的名字，请给文件换个名字</translation>
    </message>
    <message>
      <source>“{name}” is the name of a layout of the program. Give the file another name.</source>
      <translation>“{name}”是程序自带版式的名字，请给文件换个名字。</translation>
    </message>
    <message>
      <source>“{name}” leaves, but holds a post in the chamber.</source>
      <translation>“{name}”退会，但在商会里还有任职。</translation>
    </message>
    <message>
      <source>“{name}” left on {date}, but is in the list.</source>
      <translation>“{name}”已于 {date} 退会，却在名册里。</translation>
    </message>
    <message>
      <source>“{name}” may be any of {count} members of that name or code; the row was left out.</source>
      <translation>按名称或代码，“{name}”可能是 {count} 个会员中的任一个，这一行没有读入。</translation>
    </message>
    <message>
      <source>“{name}” may be any of {count} members.</source>
      <translation>“{name}”可能是 {count} 个会员中的任一个。</translation>
    </message>
    <message>
      <source>“{name}” may be any of {count} people of that name; the row was left out.</source>
      <translation>叫“{name}”的有 {count} 人，这一行没有读入。</translation>
    </message>
    <message>
      <source>“{name}” stands here more than once, so it was not read.</source>
      <translation>“{name}”在这里不止一处，所以没有导入。</translation>
    </message>
    <message>
      <source>“{name}” stood in this row; the post goes on, since no day ends it.</source>
      <translation>这一行原来是“{name}”；没有卸任日期，仍算在任。</translation>
    </message>
    <message>
      <source>“{name}” took part, also at {places}, but is not among the members.</source>
      <translation>“{name}”参加了活动（另见 {places}），但不是会员。</translation>
    </message>
    <message>
      <source>“{name}” took part, but is no longer named.</source>
      <translation>“{name}”原来列为参加，现在没写。</translation>
    </message>
    <message>
      <source>“{name}” took part, but is not among the members.</source>
      <translation>“{name}”参加了活动，但不是会员。</translation>
    </message>
    <message>
      <source>“{name}” was not added. Press Enter after a name to add it.</source>
      <translation>“{name}”没有添加。输入名称后按回车才会添加。</translation>
    </message>
    <message>
      <source>“{name}” was taken as {meaning}, by a word of it.</source>
      <translation>“{name}”按里面的字眼当作“{meaning}”导入。</translation>
    </message>
    <message>
      <source>“{name}”: the list names {person}, held as contact is {contact}.</source>
      <translation>“{name}”：名册写的是{person}，现有联系人是{contact}。</translation>
    </message>
    <message>
      <source>“{new}” here, “{old}” at {place}: the first was kept.</source>
      <translation>此处是“{new}”，{place} 处是“{old}”：以先读到的为准。</translation>
    </message>
    <message>
      <source>“{role}” of {name}: of which chamber is not said, so the post was left out.</source>
      <translation>{name}的“{role}”没有写明是哪个商会的，任职没有读入。</translation>
    </message>
    <message>
      <source>“{row}”, {column}: {fault}</source>
      <translation>“{row}”的{column}：{fault}</translation>
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
      <source>“{text}” does not tell where the enterprise's name ends.</source>
      <translation>“{text}”分不清哪里是单位、哪里是职务。</translation>
    </message>
    <message>
      <source>“{text}” goes on in the plan of {year} already. Go to it there.</source>
      <translation>“{text}”已经结转到{year}年计划，可前往查看。</translation>
    </message>
    <message>
      <source>“{text}” has no percent sign: it may be {text}% or {whole}%.</source>
      <translation>“{text}”没有百分号：可能是 {text}%，也可能是 {whole}%。</translation>
    </message>
    <message>
      <source>“{text}” has {count} digits, a mobile number has 11.</source>
      <translation>“{text}”有 {count} 位，手机号应为 11 位。</translation>
    </message>
    <message>
      <source>“{text}” holds more than one telephone number.</source>
      <translation>“{text}”里不止一个电话号码。</translation>
    </message>
    <message>
      <source>“{text}” is a fault of a formula.</source>
      <translation>“{text}”是公式出错，不是数据。</translation>
    </message>
    <message>
      <source>“{text}” is a number there and has lost the 0 at its beginning.</source>
      <translation>“{text}”是数字格式，开头的 0 丢了。</translation>
    </message>
    <message>
      <source>“{text}” is a number there and may have been {text}0.</source>
      <translation>“{text}”是数字格式，可能原是 {text}0。</translation>
    </message>
    <message>
      <source>“{text}” is a number there and may have been {text}0; it was read as {date}.</source>
      <translation>“{text}”在表里是数字，原来可能是 {text}0；现按 {date} 收入。</translation>
    </message>
    <message>
      <source>“{text}” is a share, but this measure counts. Write how many, such as 12.</source>
      <translation>“{text}”是比例，而这个指标按数量计。请填写数量，例如12。</translation>
    </message>
    <message>
      <source>“{text}” is a total and was left out.</source>
      <translation>“{text}”是合计，没有读入。</translation>
    </message>
    <message>
      <source>“{text}” is far more than a share can be.</source>
      <translation>“{text}”比百分比可能的数大得多。</translation>
    </message>
    <message>
      <source>“{text}” is in {unit}, asked is {asked}.</source>
      <translation>“{text}”的单位是{unit}，要填的单位是{asked}。</translation>
    </message>
    <message>
      <source>“{text}” is less than {least}{unit}.</source>
      <translation>“{text}”小于最小值 {least}{unit}。</translation>
    </message>
    <message>
      <source>“{text}” is missing and is taken out of the article; the plan keeps it.</source>
      <translation>文件里没有了“{text}”，采纳后从稿件中去掉，计划里仍保留。</translation>
    </message>
    <message>
      <source>“{text}” is missing and is taken out.</source>
      <translation>文件里没有了“{text}”，采纳后也去掉。</translation>
    </message>
    <message>
      <source>“{text}” is missing and will be deleted from the plan with {count} records that hang on it.</source>
      <translation>文件里没有了“{text}”，采纳后从计划中删除，连同附属的{count}条记录。</translation>
    </message>
    <message>
      <source>“{text}” is missing; what was reported stays.</source>
      <translation>文件里没有了“{text}”；已经报的进展不变。</translation>
    </message>
    <message>
      <source>“{text}” is more than everything. Write a share as 76%.</source>
      <translation>“{text}”超过了全部。请用百分数填写，例如76%。</translation>
    </message>
    <message>
      <source>“{text}” is more than {most}{unit}.</source>
      <translation>“{text}”大于最大值 {most}{unit}。</translation>
    </message>
    <message>
      <source>“{text}” is neither yes nor no.</source>
      <translation>“{text}”看不出是或否。</translation>
    </message>
    <message>
      <source>“{text}” is no amount in yuan.</source>
      <translation>“{text}”不是人民币金额。</translation>
    </message>
    <message>
      <source>“{text}” is no change. Give its id, or the first four or more characters of it.</source>
      <translation>“{text}”不是改动的编号。请写编号，或编号开头的至少四位。</translation>
    </message>
    <message>
      <source>“{text}” is no date. Write it as 2024-6-30, 6.30, 6月底 or 年底.</source>
      <translation>“{text}”看不出是哪一天。请写成2024-6-30、6.30、6月底、年底这样。</translation>
    </message>
    <message>
      <source>“{text}” is no day of these times.</source>
      <translation>“{text}”不像是近年的日期。</translation>
    </message>
    <message>
      <source>“{text}” is no kind of activity that is known.</source>
      <translation>“{text}”不是已知的活动类型。</translation>
    </message>
    <message>
      <source>“{text}” is no kind of chamber.</source>
      <translation>“{text}”不是商会类型。</translation>
    </message>
    <message>
      <source>“{text}” is no kind of member.</source>
      <translation>“{text}”不是会员类型。</translation>
    </message>
    <message>
      <source>“{text}” is no length of a term in years.</source>
      <translation>“{text}”不是任期年数。</translation>
    </message>
    <message>
      <source>“{text}” is no name.</source>
      <translation>“{text}”不是名称。</translation>
    </message>
    <message>
      <source>“{text}” is no number that can be kept.</source>
      <translation>“{text}”位数太多，不是能用的数字。</translation>
    </message>
    <message>
      <source>“{text}” is no number.</source>
      <translation>“{text}”不是数字。</translation>
    </message>
    <message>
      <source>“{text}” is no number. Write it as 12, 2000万, 1.2亿 or 76%.</source>
      <translation>“{text}”不是数字。请写成12、2000万、1.2亿、76%这样。</translation>
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
      <source>“{text}” is no post that is kept.</source>
      <translation>“{text}”不是程序里有的职务。</translation>
    </message>
    <message>
      <source>“{text}” is no share in per cent.</source>
      <translation>“{text}”不是百分比。</translation>
    </message>
    <message>
      <source>“{text}” is no target. Give a number of lines such as 60行 or a depth of the columns such as 210毫米, or nothing.</source>
      <translation>“{text}”不是目标。请填行数（如60行）或栏深（如210毫米），不设目标就留空。</translation>
    </message>
    <message>
      <source>“{text}” is no telephone number.</source>
      <translation>“{text}”不是电话号码。</translation>
    </message>
    <message>
      <source>“{text}” is no term number.</source>
      <translation>“{text}”不是届次。</translation>
    </message>
    <message>
      <source>“{text}” is no township that is known; it was not read.</source>
      <translation>“{text}”不是已知的乡镇，没有读入。</translation>
    </message>
    <message>
      <source>“{text}” is no valid code: {advice}</source>
      <translation>“{text}”不是有效的信用代码：{advice}</translation>
    </message>
    <message>
      <source>“{text}” is no whole number.</source>
      <translation>“{text}”不是整数。</translation>
    </message>
    <message>
      <source>“{text}” is no whole number. Write it in digits, such as 12.</source>
      <translation>“{text}”不是整数。请写成12这样的数字。</translation>
    </message>
    <message>
      <source>“{text}” is no year. Write it as 2023.</source>
      <translation>“{text}”不是年份，请写成 2023 这样。</translation>
    </message>
    <message>
      <source>“{text}” is none of the choices.</source>
      <translation>“{text}”不在可选的内容里。</translation>
    </message>
    <message>
      <source>“{text}” is page furniture and was left out of the article.</source>
      <translation>“{text}”是报纸版面上的标注，不算正文，没有收入。</translation>
    </message>
    <message>
      <source>“{text}” is years after the period of the return.</source>
      <translation>“{text}”比这一期晚了一年以上。</translation>
    </message>
    <message>
      <source>“{text}” lies beyond the last column.</source>
      <translation>“{text}”超出了最后一列。</translation>
    </message>
    <message>
      <source>“{text}” may be in yuan or in {unit}.</source>
      <translation>“{text}”看不出是元还是{unit}。</translation>
    </message>
    <message>
      <source>“{text}” may be the number 1, or a stroke for nothing.</source>
      <translation>“{text}”可能是数字 1，也可能是表示没有的横线。</translation>
    </message>
    <message>
      <source>“{text}” must be a text of 1 to {most} characters</source>
      <translation>“{text}”应是 1 到 {most} 个字</translation>
    </message>
    <message>
      <source>“{text}” must end in one of: {endings}</source>
      <translation>“{text}”的扩展名应为以下之一：{endings}</translation>
    </message>
    <message>
      <source>“{text}” names more than one day.</source>
      <translation>“{text}”写了不止一天。</translation>
    </message>
    <message>
      <source>“{text}” names no day, so there is no due date.</source>
      <translation>“{text}”没有写明日期，完成时限留空。</translation>
    </message>
    <message>
      <source>“{text}” names no day.</source>
      <translation>“{text}”没有写到哪一天。</translation>
    </message>
    <message>
      <source>“{text}” names no level of recognition.</source>
      <translation>“{text}”没有写认定等级。</translation>
    </message>
    <message>
      <source>“{text}” names no member; it was left out.</source>
      <translation>“{text}”没有写明是哪家会员，没有导入。</translation>
    </message>
    <message>
      <source>“{text}” names no period.</source>
      <translation>“{text}”看不出是哪个月、季度或年度。</translation>
    </message>
    <message>
      <source>“{text}” names no unit, and the column names none either.</source>
      <translation>“{text}”没有单位，列名里也没有。</translation>
    </message>
    <message>
      <source>“{text}” names no year of birth.</source>
      <translation>“{text}”看不出出生年份。</translation>
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
      <source>“{text}” stands alone in its row and was left out.</source>
      <translation>“{text}”单独占一行，没有读入。</translation>
    </message>
    <message>
      <source>“{text}” stands beside the form's lines and was left out.</source>
      <translation>“{text}”写在表格各项旁边，没有导入。</translation>
    </message>
    <message>
      <source>“{text}” stands in a row without a task and was left out.</source>
      <translation>“{text}”所在的一行没有任务，没有收入。</translation>
    </message>
    <message>
      <source>“{text}” stands on the cover and was left out.</source>
      <translation>“{text}”写在封面上，没有导入。</translation>
    </message>
    <message>
      <source>“{text}” stands outside of the table and was left out.</source>
      <translation>“{text}”写在表格外面，没有导入。</translation>
    </message>
    <message>
      <source>“{text}” stands under the table and was left out.</source>
      <translation>“{text}”在表格下方，没有收入。</translation>
    </message>
    <message>
      <source>“{text}” was kept as a number and seems to have lost digits; it was not read.</source>
      <translation>“{text}”存成了数字，可能丢了位数，没有读入。</translation>
    </message>
    <message>
      <source>“{text}” was kept as a number, by which a code loses digits; it was not read.</source>
      <translation>“{text}”存成了数字，代码因此丢了位数，没有读入。</translation>
    </message>
    <message>
      <source>“{text}” was read as {value}.</source>
      <translation>“{text}”读作 {value}。</translation>
    </message>
    <message>
      <source>“{text}” was taken as a heading for the rows below.</source>
      <translation>“{text}”作为下面各行的分类标题。</translation>
    </message>
    <message>
      <source>“{text}” was taken as empty.</source>
      <translation>“{text}”当作没有填。</translation>
    </message>
    <message>
      <source>“{text}” would be {amount}, as the column is in {unit}; it may have been typed in yuan.</source>
      <translation>“{text}”按{unit}算是{amount}，可能是按元填的。</translation>
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
      <source>“{title}” of that day is held already, without a chamber.</source>
      <translation>台账里已有当天的“{title}”，没写商会。</translation>
    </message>
    <message>
      <source>“{value}” is not known (is “{near}” meant?)</source>
      <translation>没有“{value}”（是不是“{near}”？）</translation>
    </message>
    <message>
      <source>“{value}” is not known; it must be one of {choices}</source>
      <translation>没有“{value}”；应是 {choices} 之一</translation>
    </message>
    <message>
      <source>“{value}” is that of another member: {name}. It was left out.</source>
      <translation>“{value}”是另一家会员“{name}”的，没有导入。</translation>
    </message>
    <message>
      <source>“{was}” is what the chamber itself reported; “{new}” is not taken in.</source>
      <translation>“{was}”是商会自己填报的，改成的“{new}”没有导入。</translation>
    </message>
    <message>
      <source>“{was}” is worked out and cannot be changed to “{new}” here.</source>
      <translation>“{was}”是计算出来的，不能在这里改成“{new}”。</translation>
    </message>
    <message>
      <source>“{was}” was changed to “{new}”, but is no longer in the records.</source>
      <translation>“{was}”改成了“{new}”，但记录里已经没有它了。</translation>
    </message>
    <message>
      <source>‹</source>
      <translation>‹</translation>
    </message>
    <message>
      <source>›</source>
      <translation>›</translation>
    </message>
    <message>
      <source>↕ moved</source>
      <translation>↕ 移动</translation>
    </message>
    <message>
      <source>− deleted</source>
      <translation>－ 删除</translation>
    </message>
  </context>
  <context>
    <name>OverviewPage</name>
    <message>
      <source>Overview</source>
      <translation>概览</translation>
    </message>
    <message>
      <source>To the &amp;Plan Page</source>
      <translation>去“计划”页(&amp;P)</translation>
    </message>
  </context>
  <context>
    <name>PlanPage</name>
    <message>
      <source>&amp;Begin a blank plan</source>
      <translation>从空白计划开始(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Begins a paragraph</source>
      <translation>另起一段(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Copy last year's plan</source>
      <translation>照搬去年的计划(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Due</source>
      <translation>完成时限(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Kind</source>
      <translation>类别(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Lead sentence</source>
      <translation>板块句(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Leader in charge</source>
      <translation>牵头领导(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Slogan</source>
      <translation>口号(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Units</source>
      <translation>责任单位(&amp;U)</translation>
    </message>
    <message>
      <source>Carry over</source>
      <translation>结转</translation>
    </message>
    <message>
      <source>Carry over…</source>
      <translation>结转…</translation>
    </message>
    <message>
      <source>Don&amp;e on</source>
      <translation>完成日期(&amp;E)</translation>
    </message>
    <message>
      <source>Done on</source>
      <translation>完成日期</translation>
    </message>
    <message>
      <source>Due date</source>
      <translation>完成时限</translation>
    </message>
    <message>
      <source>For example 6月底</source>
      <translation>如 6月底</translation>
    </message>
    <message>
      <source>For example 会员部、办公室</source>
      <translation>如 会员部、办公室</translation>
    </message>
    <message>
      <source>For example 岱山县工商联：</source>
      <translation>例如 岱山县工商联：</translation>
    </message>
    <message>
      <source>For tables</source>
      <translation>用在表格里</translation>
    </message>
    <message>
      <source>For tables, such as 组织建设</source>
      <translation>用在表格里，如 组织建设</translation>
    </message>
    <message>
      <source>Form of the selected line</source>
      <translation>所选一行的表单</translation>
    </message>
    <message>
      <source>Goals</source>
      <translation>指标目标</translation>
    </message>
    <message>
      <source>Goals that it is carried over with</source>
      <translation>结转后的指标目标</translation>
    </message>
    <message>
      <source>Heading &amp;in print</source>
      <translation>见报标题(&amp;I)</translation>
    </message>
    <message>
      <source>Heading in print</source>
      <translation>见报标题</translation>
    </message>
    <message>
      <source>How the chosen measure is counted</source>
      <translation>所选指标怎样计数</translation>
    </message>
    <message>
      <source>Into the theme</source>
      <translation>放入板块</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>工作任务</translation>
    </message>
    <message>
      <source>Items of other years that belong to this one</source>
      <translation>与本条相接续的其他年度条目</translation>
    </message>
    <message>
      <source>Kind of passage</source>
      <translation>段落类别</translation>
    </message>
    <message>
      <source>Lead sentence, as printed</source>
      <translation>板块句，照见报的写</translation>
    </message>
    <message>
      <source>Leader in charge</source>
      <translation>牵头领导</translation>
    </message>
    <message>
      <source>Measures</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Measures that the text suggests</source>
      <translation>条目文字建议的指标</translation>
    </message>
    <message>
      <source>Measures: name, kind, target, unit, due</source>
      <translation>指标：名称、类别、目标值、单位、完成时限</translation>
    </message>
    <message>
      <source>Milestones</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Milestones: step, due, done</source>
      <translation>节点：内容、完成时限、完成日期</translation>
    </message>
    <message>
      <source>Outline of the plan: federation, theme, item</source>
      <translation>计划提纲：工商联、板块、条目</translation>
    </message>
    <message>
      <source>Passage</source>
      <translation>段落</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>Pro&amp;grammes</source>
      <translation>品牌活动(&amp;G)</translation>
    </message>
    <message>
      <source>Programmes that it serves</source>
      <translation>对应的品牌活动</translation>
    </message>
    <message>
      <source>Reaso&amp;n</source>
      <translation>原因(&amp;N)</translation>
    </message>
    <message>
      <source>Reason for the state</source>
      <translation>人工设定的原因</translation>
    </message>
    <message>
      <source>Resp&amp;onsible</source>
      <translation>责任人(&amp;O)</translation>
    </message>
    <message>
      <source>Responsible person</source>
      <translation>责任人</translation>
    </message>
    <message>
      <source>Set by h&amp;and</source>
      <translation>人工设定(&amp;A)</translation>
    </message>
    <message>
      <source>Short &amp;title</source>
      <translation>短标题(&amp;T)</translation>
    </message>
    <message>
      <source>Short la&amp;bel</source>
      <translation>简称(&amp;B)</translation>
    </message>
    <message>
      <source>Short label</source>
      <translation>简称</translation>
    </message>
    <message>
      <source>Short title</source>
      <translation>短标题</translation>
    </message>
    <message>
      <source>Slogan</source>
      <translation>口号</translation>
    </message>
    <message>
      <source>Speaker's &amp;name</source>
      <translation>发言人姓名(&amp;N)</translation>
    </message>
    <message>
      <source>Speaker's &amp;unit</source>
      <translation>发言人单位(&amp;U)</translation>
    </message>
    <message>
      <source>Speaker's name</source>
      <translation>发言人姓名</translation>
    </message>
    <message>
      <source>Speaker's p&amp;ost</source>
      <translation>发言人职务(&amp;O)</translation>
    </message>
    <message>
      <source>Speaker's post</source>
      <translation>发言人职务</translation>
    </message>
    <message>
      <source>Speaker's unit</source>
      <translation>发言人单位</translation>
    </message>
    <message>
      <source>Sta&amp;te</source>
      <translation>状态(&amp;T)</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>State of the plan</source>
      <translation>计划的状态</translation>
    </message>
    <message>
      <source>State set by hand</source>
      <translation>人工设定的状态</translation>
    </message>
    <message>
      <source>State worked out from progress</source>
      <translation>按进展算出的状态</translation>
    </message>
    <message>
      <source>Take &amp;in a file…</source>
      <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
      <source>Text of the item, as printed</source>
      <translation>条目文字，照见报的写</translation>
    </message>
    <message>
      <source>Text of the passage, as printed</source>
      <translation>段落文字，照见报的写</translation>
    </message>
    <message>
      <source>The day on which it was done</source>
      <translation>实际完成的日子</translation>
    </message>
    <message>
      <source>The plan</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>The plan as a newspaper column</source>
      <translation>计划排成的报样栏</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>板块</translation>
    </message>
    <message>
      <source>Theme that it is carried into</source>
      <translation>结转后放入的板块</translation>
    </message>
    <message>
      <source>Units, the leading one first</source>
      <translation>责任单位，第一个为牵头单位</translation>
    </message>
    <message>
      <source>Worked out</source>
      <translation>自动判断</translation>
    </message>
    <message>
      <source>Write the sentence as it is to be printed, with its full stop</source>
      <translation>照见报的样子写一句话，标点写全</translation>
    </message>
  </context>
  <context>
    <name>ProgressPage</name>
    <message>
      <source>&amp;Milestones: tick what is done</source>
      <translation>节点(&amp;M)：完成的打勾</translation>
    </message>
    <message>
      <source>&amp;Show</source>
      <translation>显示(&amp;S)</translation>
    </message>
    <message>
      <source>1–12</source>
      <translation>按月</translation>
    </message>
    <message>
      <source>Details of the selected row</source>
      <translation>所选行的详情</translation>
    </message>
    <message>
      <source>Evide&amp;nce</source>
      <translation>佐证材料(&amp;N)</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>佐证材料</translation>
    </message>
    <message>
      <source>Export the progress sheet</source>
      <translation>导出进展表</translation>
    </message>
    <message>
      <source>How many rows stand how</source>
      <translation>各状态的行数</translation>
    </message>
    <message>
      <source>Milestones of the item, with the days they are due and done</source>
      <translation>条目的节点，含完成时限和完成日期</translation>
    </message>
    <message>
      <source>Ne&amp;xt steps</source>
      <translation>下步打算(&amp;X)</translation>
    </message>
    <message>
      <source>Next period</source>
      <translation>下一期</translation>
    </message>
    <message>
      <source>Next steps</source>
      <translation>下步打算</translation>
    </message>
    <message>
      <source>Per&amp;iod</source>
      <translation>时期(&amp;I)</translation>
    </message>
    <message>
      <source>Period that is reported</source>
      <translation>填报的时期</translation>
    </message>
    <message>
      <source>Previous period</source>
      <translation>上一期</translation>
    </message>
    <message>
      <source>Pro&amp;blems</source>
      <translation>存在问题(&amp;B)</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>存在问题</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Progress in &amp;words</source>
      <translation>进展情况(&amp;W)</translation>
    </message>
    <message>
      <source>Progress in words</source>
      <translation>进展情况</translation>
    </message>
    <message>
      <source>Progress of the items: type down a column, Enter goes to the next row</source>
      <translation>各项进展：逐列填写，回车到下一行</translation>
    </message>
    <message>
      <source>Progress sheet</source>
      <translation>进展表</translation>
    </message>
    <message>
      <source>Records that the measure counts; Enter goes to one</source>
      <translation>指标计入的记录，按 Enter 前往</translation>
    </message>
    <message>
      <source>Reporte&amp;d by</source>
      <translation>填报人(&amp;D)</translation>
    </message>
    <message>
      <source>Reported by</source>
      <translation>填报人</translation>
    </message>
    <message>
      <source>Rows that are shown</source>
      <translation>显示哪些行</translation>
    </message>
    <message>
      <source>Show or hide the details of the row</source>
      <translation>显示或收起本行详情</translation>
    </message>
    <message>
      <source>Show the year by month</source>
      <translation>按月查看全年</translation>
    </message>
    <message>
      <source>The year by month: items, each with its twelve months</source>
      <translation>全年按月：每个条目及其十二个月</translation>
    </message>
  </context>
  <context>
    <name>RenewalExtension</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+回车</translation>
    </message>
    <message>
      <source>Extend the Term</source>
      <translation>延期</translation>
    </message>
    <message>
      <source>Extended &amp;to</source>
      <translation>延期至(&amp;T)</translation>
    </message>
    <message>
      <source>Extension</source>
      <translation>延期</translation>
    </message>
    <message>
      <source>Term extended to</source>
      <translation>本届延期至</translation>
    </message>
  </context>
  <context>
    <name>RenewalPanel</name>
    <message>
      <source>&amp;Day of the congress</source>
      <translation>换届日期(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Years</source>
      <translation>任期（年）(&amp;Y)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Carry Out the Renewal</source>
      <translation>完成换届</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+回车</translation>
    </message>
    <message>
      <source>Day of the congress</source>
      <translation>换届日期</translation>
    </message>
    <message>
      <source>Length of the new term in years</source>
      <translation>新一届任期年数</translation>
    </message>
    <message>
      <source>New officers</source>
      <translation>新一届任职</translation>
    </message>
    <message>
      <source>Number of the new term</source>
      <translation>新一届届次</translation>
    </message>
    <message>
      <source>Officers of the new term</source>
      <translation>新一届任职人员</translation>
    </message>
    <message>
      <source>Renewal</source>
      <translation>换届</translation>
    </message>
    <message>
      <source>Term &amp;number</source>
      <translation>届次(&amp;N)</translation>
    </message>
    <message>
      <source>Ticked: holds the post in the new term. Space ticks or drops, F2 types another name or role, the last line adds somebody.</source>
      <translation>打勾的任新一届职务。空格键打勾或去掉，F2改姓名或职务，最后一行录入新当选的。</translation>
    </message>
  </context>
  <context>
    <name>ReturnsPage</name>
    <message>
      <source>&amp;Show</source>
      <translation>显示(&amp;S)</translation>
    </message>
    <message>
      <source>Chambers and the periods of the year; Enter goes to a return</source>
      <translation>商会和全年各期；按回车转到那一份回执</translation>
    </message>
    <message>
      <source>Find a chamber</source>
      <translation>查找商会</translation>
    </message>
    <message>
      <source>How many returns are how far</source>
      <translation>各种状态的回执数</translation>
    </message>
    <message>
      <source>Next period</source>
      <translation>下一期</translation>
    </message>
    <message>
      <source>Per&amp;iod</source>
      <translation>时期(&amp;I)</translation>
    </message>
    <message>
      <source>Period of the returns</source>
      <translation>回执的时期</translation>
    </message>
    <message>
      <source>Previous period</source>
      <translation>上一期</translation>
    </message>
    <message>
      <source>Returns</source>
      <translation>回执</translation>
    </message>
    <message>
      <source>Returns of the chambers</source>
      <translation>各商会的回执</translation>
    </message>
    <message>
      <source>Returns of the period, one line for each chamber; Enter goes on from there</source>
      <translation>这一期的回执，每家商会一行；按回车转到结果</translation>
    </message>
    <message>
      <source>Returns that are shown</source>
      <translation>显示哪些回执</translation>
    </message>
    <message>
      <source>Show all periods of the year beside each other</source>
      <translation>并排显示全年各期</translation>
    </message>
    <message>
      <source>What can be done with returns</source>
      <translation>回执的操作</translation>
    </message>
    <message>
      <source>What happened to the return until now</source>
      <translation>这份回执的经过</translation>
    </message>
  </context>
  <context>
    <name>ReturnsSending</name>
    <message>
      <source>&amp;Choose…</source>
      <translation>选择(&amp;C)…</translation>
    </message>
    <message>
      <source>&amp;Due on</source>
      <translation>截止日期(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Forms</source>
      <translation>表格(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Send Out</source>
      <translation>下发(&amp;S)</translation>
    </message>
    <message>
      <source>By which day it is asked back</source>
      <translation>哪一天前报回</translation>
    </message>
    <message>
      <source>C&amp;ancel</source>
      <translation>取消(&amp;A)</translation>
    </message>
    <message>
      <source>C&amp;hambers</source>
      <translation>商会(&amp;H)</translation>
    </message>
    <message>
      <source>C&amp;opy to Adapt It</source>
      <translation>复制后改(&amp;O)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Choose the folder</source>
      <translation>选择文件夹</translation>
    </message>
    <message>
      <source>Copy the form, to adapt the copy</source>
      <translation>复制这份表格，在副本上改</translation>
    </message>
    <message>
      <source>Fo&amp;lder</source>
      <translation>存到(&amp;L)</translation>
    </message>
    <message>
      <source>Folder for the files</source>
      <translation>存放文件的文件夹</translation>
    </message>
    <message>
      <source>Forms that are sent out; the space bar ticks one</source>
      <translation>下发哪些表格；按空格键勾选</translation>
    </message>
    <message>
      <source>Open the folder of own forms</source>
      <translation>打开自己的表格所在的文件夹</translation>
    </message>
    <message>
      <source>Own For&amp;ms</source>
      <translation>自己的表格(&amp;M)</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>时期</translation>
    </message>
    <message>
      <source>Send Out Forms</source>
      <translation>下发填报表</translation>
    </message>
    <message>
      <source>To which chambers</source>
      <translation>下发给哪些商会</translation>
    </message>
    <message>
      <source>What is sent out</source>
      <translation>下发什么</translation>
    </message>
    <message>
      <source>Write a workbook for each chamber and note that it was sent out</source>
      <translation>给每家商会写一份填报表，并记下已经下发</translation>
    </message>
  </context>
  <context>
    <name>ReturnsText</name>
    <message>
      <source>&amp;Close</source>
      <translation>关闭(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;To</source>
      <translation>发给(&amp;T)</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Co&amp;py the Text</source>
      <translation>复制文字(&amp;P)</translation>
    </message>
    <message>
      <source>Copy it and paste it into the chat group. You can change it first.</source>
      <translation>复制后粘贴到工作群里，也可以先改一改。</translation>
    </message>
    <message>
      <source>Copy the text</source>
      <translation>复制文字</translation>
    </message>
    <message>
      <source>Open the &amp;Folder</source>
      <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
      <source>Open the folder of the files</source>
      <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
      <source>Remind Chambers</source>
      <translation>催报</translation>
    </message>
    <message>
      <source>Text to paste into a chat</source>
      <translation>可以粘贴到聊天里的文字</translation>
    </message>
    <message>
      <source>To whom the text is</source>
      <translation>发给谁</translation>
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message>
      <source>&amp;Close</source>
      <translation>关闭(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Show</source>
      <translation>显示(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Without These Cells</source>
      <translation>跳过出错的格(&amp;W)</translation>
    </message>
    <message>
      <source>Close the review; nothing more is taken in</source>
      <translation>关闭核对，其余不再导入</translation>
    </message>
    <message>
      <source>Edits by record</source>
      <translation>按记录列出的改动</translation>
    </message>
    <message>
      <source>F&amp;or year</source>
      <translation>所属年度(&amp;O)</translation>
    </message>
    <message>
      <source>Fe&amp;deration</source>
      <translation>工商联(&amp;D)</translation>
    </message>
    <message>
      <source>Federation whose plan it is</source>
      <translation>计划所属工商联</translation>
    </message>
    <message>
      <source>Files taken in</source>
      <translation>导入的文件</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>提醒</translation>
    </message>
    <message>
      <source>Go &amp;to the Place</source>
      <translation>转到原处(&amp;T)</translation>
    </message>
    <message>
      <source>Go to the place of this finding</source>
      <translation>转到这条提醒所指之处</translation>
    </message>
    <message>
      <source>Mar&amp;ked Copy…</source>
      <translation>改正件(&amp;K)…</translation>
    </message>
    <message>
      <source>Old and new</source>
      <translation>新旧对照</translation>
    </message>
    <message>
      <source>Old and new side by side</source>
      <translation>新旧内容对照</translation>
    </message>
    <message>
      <source>Old and new, source text</source>
      <translation>新旧对照、原文</translation>
    </message>
    <message>
      <source>Re&amp;ject</source>
      <translation>不导入(&amp;J)</translation>
    </message>
    <message>
      <source>Review of what is taken in</source>
      <translation>核对导入的内容</translation>
    </message>
    <message>
      <source>Sheet of the workbook that was taken in</source>
      <translation>所收工作簿的工作表</translation>
    </message>
    <message>
      <source>Source text</source>
      <translation>原文</translation>
    </message>
    <message>
      <source>Take In All C&amp;lean Files</source>
      <translation>导入全部无误文件(&amp;L)</translation>
    </message>
    <message>
      <source>Take in all files without errors</source>
      <translation>导入所有没有错误的文件</translation>
    </message>
    <message>
      <source>Take nothing in of this file</source>
      <translation>这份文件一处也不导入</translation>
    </message>
    <message>
      <source>Take the Su&amp;ggestion</source>
      <translation>采纳建议(&amp;G)</translation>
    </message>
    <message>
      <source>Take the rest in without the cells that have errors</source>
      <translation>出错的单元格先跳过，其余导入</translation>
    </message>
    <message>
      <source>Take the suggestion of this finding</source>
      <translation>采纳这条提醒的建议</translation>
    </message>
    <message>
      <source>Text that was taken in</source>
      <translation>导入的原文</translation>
    </message>
    <message>
      <source>Which edits are shown</source>
      <translation>显示哪些改动</translation>
    </message>
    <message>
      <source>Which files are listed</source>
      <translation>列出哪些文件</translation>
    </message>
    <message>
      <source>Workbook</source>
      <translation>工作簿</translation>
    </message>
    <message>
      <source>Write the chamber's own file with what is to be mended marked in it</source>
      <translation>在商会报来的原表上标出要改的地方，另存一份</translation>
    </message>
    <message>
      <source>Year of the plan</source>
      <translation>计划所属年度</translation>
    </message>
  </context>
  <context>
    <name>RosterExport</name>
    <message>
      <source>&amp;Cancel</source>
      <translation>取消(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Excel…</source>
      <translation>Excel 工作簿(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Grouped by</source>
      <translation>分组(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;List</source>
      <translation>名册(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Only what the page lists now</source>
      <translation>只导出页面上列出的会员(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Word…</source>
      <translation>Word 文档(&amp;W)…</translation>
    </message>
    <message>
      <source>As of &amp;day</source>
      <translation>截至日期(&amp;D)</translation>
    </message>
    <message>
      <source>As of which day</source>
      <translation>截至哪一天</translation>
    </message>
    <message>
      <source>C&amp;hamber</source>
      <translation>商会(&amp;H)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Chamber</source>
      <translation>商会</translation>
    </message>
    <message>
      <source>Export Roster</source>
      <translation>导出名册</translation>
    </message>
    <message>
      <source>Export as a Word document</source>
      <translation>导出为 Word 文档</translation>
    </message>
    <message>
      <source>Export as an Excel workbook</source>
      <translation>导出为 Excel 工作簿</translation>
    </message>
    <message>
      <source>Federation</source>
      <translation>工商联</translation>
    </message>
    <message>
      <source>Grouped by</source>
      <translation>分组</translation>
    </message>
    <message>
      <source>List</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>Office heading</source>
      <translation>单位名称抬头</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation>个人信息</translation>
    </message>
    <message>
      <source>The export is noted with what it includes, and each page says that it holds personal data.</source>
      <translation>导出会登记附了哪些内容，每页页脚注明“内含个人信息，注意保管”。</translation>
    </message>
    <message>
      <source>What is exported</source>
      <translation>导出的内容</translation>
    </message>
    <message>
      <source>With tele&amp;phone numbers</source>
      <translation>附联系电话(&amp;P)</translation>
    </message>
    <message>
      <source>With years of &amp;birth</source>
      <translation>附出生年份(&amp;B)</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>&amp;Appearance</source>
      <translation>外观(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Back Up Now</source>
      <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Contact</source>
      <translation>联系人(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Move…</source>
      <translation>移到别处(&amp;M)…</translation>
    </message>
    <message>
      <source>&amp;Open Another…</source>
      <translation>打开另一个(&amp;O)…</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>Back Up to a Fi&amp;le…</source>
      <translation>备份到文件(&amp;L)…</translation>
    </message>
    <message>
      <source>Back up to a file</source>
      <translation>备份到文件</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>备份</translation>
    </message>
    <message>
      <source>Backups, newest first</source>
      <translation>备份列表，最近的在前</translation>
    </message>
    <message>
      <source>Bring In from Another Comp&amp;uter…</source>
      <translation>从另一台电脑搬来(&amp;U)…</translation>
    </message>
    <message>
      <source>Bring in a store from another computer</source>
      <translation>从另一台电脑搬来</translation>
    </message>
    <message>
      <source>Choose the folder for exported files</source>
      <translation>选择导出文件夹</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <source>Copy and Change Layouts…</source>
      <translation>复制、修改版式…</translation>
    </message>
    <message>
      <source>Copy and change layouts</source>
      <translation>复制、修改版式</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>E&amp;xported files go to</source>
      <translation>导出文件夹(&amp;X)</translation>
    </message>
    <message>
      <source>Folder for exported files</source>
      <translation>导出文件夹</translation>
    </message>
    <message>
      <source>How pages are set: sheet, columns, sizes, faces. Copy a layout of the program and change the copy; your own ones lie beside the store and travel with it.</source>
      <translation>版面怎么排：纸张、分栏、字号、字体。先复制一种自带的版式，再改复制出来的那一份；自建的版式放在资料库旁边，随资料库一起走。</translation>
    </message>
    <message>
      <source>It stands in the history beside what you change, and in reports.</source>
      <translation>历史记录和报表里会写上这个姓名。</translation>
    </message>
    <message>
      <source>Lan&amp;guage</source>
      <translation>语言(&amp;G)</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Layouts</source>
      <translation>版式</translation>
    </message>
    <message>
      <source>Made on closing, before files are taken in and before updates; older ones are thinned. Before a restore the present state is kept as a backup too.</source>
      <translation>关闭时、导入文件前、程序升级前都会自动备份，较早的逐步精简。恢复备份前，现有内容也会先备份一份。</translation>
    </message>
    <message>
      <source>Make a backup now</source>
      <translation>立即备份</translation>
    </message>
    <message>
      <source>Move the store to another folder</source>
      <translation>把资料库移到别的文件夹</translation>
    </message>
    <message>
      <source>Office</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Office hea&amp;ding</source>
      <translation>单位名称抬头(&amp;D)</translation>
    </message>
    <message>
      <source>Office heading</source>
      <translation>单位名称抬头</translation>
    </message>
    <message>
      <source>Open another store</source>
      <translation>打开另一个资料库</translation>
    </message>
    <message>
      <source>Phone of the off&amp;ice</source>
      <translation>联系电话(&amp;I)</translation>
    </message>
    <message>
      <source>Phone of the office</source>
      <translation>联系电话</translation>
    </message>
    <message>
      <source>Re&amp;store from a File…</source>
      <translation>从文件恢复(&amp;S)…</translation>
    </message>
    <message>
      <source>Res&amp;tore the Chosen One</source>
      <translation>恢复选中的备份(&amp;T)</translation>
    </message>
    <message>
      <source>Restore from a file</source>
      <translation>从文件恢复</translation>
    </message>
    <message>
      <source>Restore the chosen backup</source>
      <translation>恢复选中的备份</translation>
    </message>
    <message>
      <source>Save everything as one file, carry it over on a USB drive, and bring it in there. The file holds all records, the history and the settings of this store.</source>
      <translation>把全部内容存成一个文件，用 U 盘带到另一台电脑，再在那边搬进来。文件里有全部记录、历史和这个资料库的设置。</translation>
    </message>
    <message>
      <source>Save the whole store as one file</source>
      <translation>把整个资料库存成一个文件</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Sho&amp;w in Folder</source>
      <translation>打开所在文件夹(&amp;W)</translation>
    </message>
    <message>
      <source>Show the store in its folder</source>
      <translation>打开资料库所在的文件夹</translation>
    </message>
    <message>
      <source>Store</source>
      <translation>资料库</translation>
    </message>
    <message>
      <source>Ta&amp;ke All Along as One File…</source>
      <translation>搬到另一台电脑(&amp;K)…</translation>
    </message>
    <message>
      <source>This is kept in the store.</source>
      <translation>随资料库保存。</translation>
    </message>
    <message>
      <source>To another computer</source>
      <translation>换电脑</translation>
    </message>
    <message>
      <source>Where the store lies</source>
      <translation>资料库所在位置</translation>
    </message>
    <message>
      <source>You</source>
      <translation>您</translation>
    </message>
    <message>
      <source>Your &amp;name</source>
      <translation>姓名(&amp;N)</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>姓名</translation>
    </message>
  </context>
</TS>
