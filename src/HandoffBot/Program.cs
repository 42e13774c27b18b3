using HandoffBot.Verbs;

return await CommandLine.RunAsync(args);
