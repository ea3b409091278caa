/** What `hengxiao --help` prints. */
export const help = `衡效 hengxiao：预算绩效自评报告的读取、核对与计分

用法
  hengxiao check 文件... [--pack 模板包或文件夹] [--format text|json|sarif|html] [--all]
        核对一份或多份自评报告，指出哪里不对、差多少、怎么改
  hengxiao read 文件 [--as document|filing]
        看程序从文件里读到了什么（JSON）
  hengxiao score 文件
        按表上的规则重算得分，列出每一步算式
  hengxiao mark 文件 -o 批注后的文件
        在原件（.docx .xlsx）有问题的格子和句子旁加批注，首页写总结；其他格式写成带批注的网页
  hengxiao write 材料.json --as docx|xlsx|pdf -o 文件 [--draft] [--last-year 上年材料.json]
        写成正式的 Word、Excel、PDF：表一张一页，报告按公文格式；--draft 由数据起草报告
  hengxiao redact 文件 -o 公开稿
        去掉姓名、电话、证件号等个人信息，写出公开稿和清单（.docx .xlsx .pdf .txt）；复查仍有遗漏就不写
  hengxiao pack check 文件夹
        检查自己编写的模板包，并运行它自带的用例
  hengxiao serve [--port 8321] [--data 文件夹] [--demo]
        在浏览器里填报、审核和管理；--demo 用虚构的一个县试用
  hengxiao backup [--data 文件夹] -o 备份.tar.gz
        不停机备份数据库和文件；设了 DATABASE_URL 时备份那个数据库
  hengxiao restore 备份.tar.gz [--data 新文件夹]
        恢复到空的数据库里，核对行数、内容和留痕后才算完成
  hengxiao migrate | hengxiao user add | hengxiao trail verify [--data 文件夹]
        升级数据库；在本机新增用户；核验操作留痕没有被改动

能读  .docx .xlsx .xls .ods .pdf .html .txt；.doc .wps .rtf .odt（本机装有 LibreOffice 时最准）
选项  --all      连同成立的、无法核对的一并列出
      --format   text 给人看（默认），html 可转发，json 与 sarif 给程序用
      --pack     指定模板包，如 hunan/department-self-evaluation/2024，或自己的模板包文件夹；不写则自动识别

退出码  0 没有错误；1 有错误；2 文件读不了或用法不对

例    hengxiao check 自评报告.docx
      hengxiao check *.docx --format html > 核对结果.html
      hengxiao read 自评报告.docx --as filing > 材料.json
      hengxiao write 材料.json --as pdf -o 自评报告.pdf
`
