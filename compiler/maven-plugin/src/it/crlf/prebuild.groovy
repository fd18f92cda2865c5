['src', 'change/src'].each {
    def file = new File(basedir, it + '/main/nn/demo/Doubled.nn')
    file.text = file.text.replace('\n', '\r\n')
}
return true
