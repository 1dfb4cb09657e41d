"""The sheet, the list of evidence and the monitoring report, as documents of the model. Imports the domain, the
model, and what letters, checklists and the sheet as a workbook share; nothing that draws."""
