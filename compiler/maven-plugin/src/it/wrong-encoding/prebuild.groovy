def file = new File(basedir, 'src/main/nn/demo/Doubled.nn')
file.setText(file.getText('UTF-8'), 'ISO-8859-1')
