throw new Error(`</script>]]>\u001b[2J|=cmd()${'x'.repeat(100 * 1024 * 1024)}`);
