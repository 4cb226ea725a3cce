. "$HERE/base.sh"
wrong 'top=vocabulary = 3;'
wrong 'pay={ name = "pay"; levels = (0, 4); from = 0; to = 4; step = 1; },'
wrong 'pay={ name = "pay"; levels = (0, 4); from = 0; },'
wrong 'top=texts = ({ id = "001"; }, { id = "001"; });'
wrong 'end=correlations = ( { between = ("union.no_deal", "firm.reservation"); rho = 0.5; }, { between = ("firm.reservation", "union.no_deal"); rho = -0.5; } );' 'firm_no_deal=reservation = { uniform = (0, 1); };'
wrong 'union_more=red_lines = ( { issue = "pay"; levels = { }; probability = 1; } );'
wrong 'end=run = { draws = .; };'
