new File(basedir, 'target/generated-sources').mkdirs()
new File(basedir, 'target/generated-sources/nn').text = 'a file where the folder should be'
return true
