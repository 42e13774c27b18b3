using HandoffBot.Load;

return await LoadCommand.Make().Parse(args).InvokeAsync();
